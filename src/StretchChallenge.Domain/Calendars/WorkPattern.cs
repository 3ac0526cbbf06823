using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A person's own work pattern over time (rule 10). Before its first change the challenge's pattern holds.</summary>
/// <param name="Changes">The changes, at most one for each Monday, in the order of their dates.</param>
public sealed record WorkPattern(ImmutableArray<WorkPatternChange> Changes)
{
    /// <summary>No pattern of one's own: the challenge's.</summary>
    public static WorkPattern OfChallenge { get; } = new(ImmutableArray<WorkPatternChange>.Empty);

    /// <summary>One pattern from the beginning of time on.</summary>
    public static WorkPattern Always(WorkDays days) => new([new WorkPatternChange(DateOnly.MinValue, days)]);

    /// <summary>The change that a wish made today brings: it applies from the following Monday (rule 10).</summary>
    /// <remarks>On a Monday that is the next one, because the week has begun. It replaces a change planned for that Monday.</remarks>
    public static WorkPatternChange PlanChange(DateOnly today, WorkDays days) => new(IsoWeek.Of(today).NextMonday, days);

    /// <summary>The person's weekdays on a date, or null where they have none of their own.</summary>
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

    /// <summary>The pattern with a planned change, in place of another of the same date.</summary>
    public WorkPattern With(WorkPatternChange change) =>
        new([.. Changes.Where(other => other.From != change.From).Append(change).OrderBy(other => other.From)]);
}
