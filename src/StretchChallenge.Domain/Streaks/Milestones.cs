using System.Collections.Immutable;

namespace StretchChallenge.Domain.Streaks;

/// <summary>What somebody reached.</summary>
public enum MilestoneKind
{
    /// <summary>Due days done in a row.</summary>
    Streak,

    /// <summary>Done days of the challenge in all, bonus days included; for the person's own eyes alone.</summary>
    DoneDays,
}

/// <summary>A number of days that somebody reached.</summary>
/// <param name="Kind">What was counted.</param>
/// <param name="Count">How many days.</param>
/// <param name="Date">The date of record with which it was reached.</param>
public readonly record struct Milestone(MilestoneKind Kind, int Count, DateOnly Date);

/// <summary>The milestones of a person in a challenge, derived from the ledger like the streak itself (rule 8).</summary>
public static class Milestones
{
    /// <summary>The lengths of a streak that are milestones.</summary>
    public static readonly ImmutableArray<int> Streaks = [5, 10, 20, 30, 40];

    /// <summary>The numbers of done days that are milestones.</summary>
    public static readonly ImmutableArray<int> DoneDays = [10, 20, 30];

    /// <summary>
    /// All milestones, in the order of their dates. A streak that breaks can reach the same length again; what is undone or reported
    /// later counts as it stands now.
    /// </summary>
    public static IEnumerable<Milestone> Of(PersonStreak person)
    {
        var (streak, done) = (0, 0);
        foreach (var day in person.Days)
        {
            if (day.State == DayState.Missed)
            {
                streak = 0;
            }

            if (day.State != DayState.Done)
            {
                continue;
            }

            done++;
            if (DoneDays.Contains(done))
            {
                yield return new Milestone(MilestoneKind.DoneDays, done, day.Date);
            }

            // A bonus leaves the streak as it is (rule 2).
            if (day.IsDue && Streaks.Contains(++streak))
            {
                yield return new Milestone(MilestoneKind.Streak, streak, day.Date);
            }
        }
    }
}
