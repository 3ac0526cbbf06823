namespace StretchChallenge.Domain.Streaks;

/// <summary>A streak on its way through the due days: what one more of them makes of it (rules 4 and 8).</summary>
/// <param name="Current">The days done in a row so far.</param>
/// <param name="Best">The longest run so far.</param>
/// <param name="Freezes">The freezes in hand.</param>
/// <param name="DoneDue">All due days done; runs on through breaks.</param>
internal readonly record struct StreakRun(int Current, int Best, int Freezes, int DoneDue)
{
    private const int MaxFreezes = 2;
    private const int DoneDaysForFreeze = 10;

    /// <summary>Before the first day: two freezes, nothing done.</summary>
    public static StreakRun Start => new(0, 0, MaxFreezes, 0);

    /// <summary>Whether a missed day now would spend a freeze: only a running streak needs one.</summary>
    public bool CanFreeze => Current > 0 && Freezes > 0;

    /// <summary>A due day done. Every 10th earns a freeze; at two it is lost.</summary>
    public StreakRun Done()
    {
        var earned = (DoneDue + 1) % DoneDaysForFreeze == 0 ? 1 : 0;
        return new StreakRun(
            Current + 1,
            Math.Max(Best, Current + 1),
            Math.Min(MaxFreezes, Freezes + earned),
            DoneDue + 1);
    }

    /// <summary>A due day missed for good, protected by a freeze.</summary>
    public StreakRun Frozen() => this with { Freezes = Freezes - 1 };

    /// <summary>A due day missed for good, unprotected.</summary>
    public StreakRun Broken() => this with { Current = 0 };
}
