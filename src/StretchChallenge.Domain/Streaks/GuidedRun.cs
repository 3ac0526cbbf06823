namespace StretchChallenge.Domain.Streaks;

/// <summary>A routine started alone, measured on the server's clock (rule 11).</summary>
/// <param name="StartedAt">When the server handed it out.</param>
/// <param name="PlannedSeconds">The routine's planned time.</param>
/// <param name="SkippedSeconds">The planned time of the steps reported as skipped.</param>
public readonly record struct GuidedRun(DateTimeOffset StartedAt, int PlannedSeconds, int SkippedSeconds = 0)
{
    private const int NeededPercent = 80;

    /// <summary>The planned time without the skipped steps, which leave at most half of it.</summary>
    public TimeSpan Planned
    {
        get
        {
            var planned = TimeSpan.FromSeconds(PlannedSeconds);
            var skipped = TimeSpan.FromSeconds(Math.Max(0, SkippedSeconds));
            return skipped < planned / 2 ? planned - skipped : planned / 2;
        }
    }

    /// <summary>The instant from which the run may be completed: 80 % of its planned time after its start.</summary>
    public DateTimeOffset EarliestCompletion => StartedAt + (Planned * NeededPercent / 100);

    /// <summary>Start plus planned time: the instant whose local date is the date of record.</summary>
    public DateTimeOffset PlannedEnd => StartedAt + Planned;
}
