using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals of calls to the hub as such.</summary>
public static class LiveRefusals
{
    /// <summary>Too many wrong codes.</summary>
    public static Refusal TooManyTries { get; } =
        Refusal.Of(RefusalKind.TooMany, "Too many codes were tried in vain. Wait a few minutes, then try again.");

    /// <summary>More boards on one connection than it may watch.</summary>
    public static Refusal TooManyWatches(int most) =>
        Refusal.Conflict($"A connection can watch {most} boards at once. Stop watching one first.").With("most", most);

    /// <summary>More breaks on one connection than it may be in.</summary>
    public static Refusal TooManyRooms(int most) =>
        Refusal.Conflict($"A connection can be in {most} breaks at once. Leave one first.").With("most", most);

    /// <summary>A reading of the client's clock that is no number.</summary>
    public static Refusal ImpossibleReading { get; } = Refusal.Invalid("The clock's reading is not a number.");
}
