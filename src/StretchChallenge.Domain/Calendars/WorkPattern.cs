using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A person's work days from a Monday on.</summary>
public readonly record struct WorkPatternChange(DateOnly From, WorkDays WorkDays);

/// <summary>A person's own work days over time (rule 10). Before the first change the challenge's work days apply.</summary>
/// <param name="Changes">The changes in order of date, at most one per Monday.</param>
public sealed record WorkPattern(ImmutableArray<WorkPatternChange> Changes)
{
    /// <summary>The change that results from a wish made today: it applies from the following Monday.</summary>
    /// <remarks>On a Monday that is the Monday after, because the week has begun. It replaces a change planned for that Monday.</remarks>
    public static WorkPatternChange PlanChange(DateOnly today, WorkDays days) => new(IsoWeek.Of(today).NextMonday, days);

    /// <summary>The person's own work days on a date, or null when they had not chosen any yet.</summary>
    public WorkDays? On(DateOnly date)
    {
        for (var index = Changes.Length - 1; index >= 0; index--)
        {
            if (Changes[index].From <= date)
            {
                return Changes[index].WorkDays;
            }
        }

        return null;
    }

    /// <summary>The pattern with a planned change; it replaces another change of the same date.</summary>
    public WorkPattern With(WorkPatternChange change) =>
        new([.. Changes.Where(other => other.From != change.From).Append(change).OrderBy(other => other.From)]);
}
