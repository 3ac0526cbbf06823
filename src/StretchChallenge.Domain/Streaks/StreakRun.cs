namespace StretchChallenge.Domain.Streaks;

/// <summary>A streak on its way through the days: what one more of them makes of it (rules 2, 4 and 8).</summary>
/// <param name="Current">The due days done in a row so far.</param>
/// <param name="Best">The longest run so far.</param>
/// <param name="Freezes">The freezes in hand.</param>
/// <param name="Due">All due days so far.</param>
/// <param name="DoneDue">Those done; this count runs on through breaks.</param>
/// <param name="PendingDue">Those that can still be done or reported.</param>
internal readonly record struct StreakRun(int Current, int Best, int Freezes, int Due, int DoneDue, int PendingDue)
{
    private const int MaxFreezes = 2;
    private const int DoneDaysForFreeze = 10;

    /// <summary>Before the first day: two freezes, nothing else.</summary>
    public static StreakRun Start => new() { Freezes = MaxFreezes };

    /// <summary>Whether a day missed now would be frozen: only a running streak needs it.</summary>
    public bool CanFreeze => Current > 0 && Freezes > 0;

    /// <summary>The run after one more day.</summary>
    public StreakRun Take(DayEntry day) => day switch
    {
        { IsDue: false } or { State: DayState.Ahead } => this,
        { State: DayState.Done } => Done(),
        { State: DayState.Frozen } => this with { Due = Due + 1, Freezes = Freezes - 1 },
        { State: DayState.Missed } => this with { Due = Due + 1, Current = 0 },
        _ => this with { Due = Due + 1, PendingDue = PendingDue + 1 },
    };

    private StreakRun Done()
    {
        var doneDue = DoneDue + 1;
        var earned = doneDue % DoneDaysForFreeze == 0 ? 1 : 0;
        return this with
        {
            Current = Current + 1,
            Best = Math.Max(Best, Current + 1),
            Freezes = Math.Min(MaxFreezes, Freezes + earned),
            Due = Due + 1,
            DoneDue = doneDue,
        };
    }
}
