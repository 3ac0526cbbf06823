using System.Collections.Immutable;

namespace StretchChallenge.Domain.Sessions;

/// <summary>What a finished session is worth to one participant (rules 12 and 25).</summary>
public abstract record AttendanceVerdict
{
    private AttendanceVerdict()
    {
    }

    /// <summary>Present long enough: a credit for the day.</summary>
    public sealed record Credited : AttendanceVerdict;

    /// <summary>Came in the first half and stayed: credited once these steps are done alone.</summary>
    public sealed record CatchUp(ImmutableArray<int> Steps) : AttendanceVerdict;

    /// <summary>Not present long enough.</summary>
    public sealed record NotPresent : AttendanceVerdict;

    /// <summary>Too little of the plan ran unskipped: the session credits nobody.</summary>
    public sealed record SessionTooShort : AttendanceVerdict;
}
