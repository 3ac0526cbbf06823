using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about what team mates tell each other.</summary>
public static class TeamRefusals
{
    /// <summary>The person is not in the caller's team, or is the caller.</summary>
    public static Refusal UnknownMate { get; } = Refusal.NotFound("There is no team mate with this id in your team.");

    /// <summary>The milestone was taken back, is older than yesterday, or its person is not named any more.</summary>
    public static Refusal UnknownMoment { get; } = Refusal.NotFound("This moment is over.");

    /// <summary>A reaction to oneself.</summary>
    public static Refusal OwnMoment { get; } = Refusal.Conflict("This moment is your own. Your team can react to it.");
}
