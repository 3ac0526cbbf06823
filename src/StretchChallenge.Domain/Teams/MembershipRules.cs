using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>What joining, changing and leaving do to a person's days in teams and in the challenge (rule 15).</summary>
/// <remarks>
/// Past days are never rewritten, and nobody is in two teams on one day. Who changes their mind the same day replaces
/// what was to begin tomorrow. Results are in the order of their days and hold no empty range.
/// </remarks>
public static class MembershipRules
{
    /// <summary>The person's memberships after moving to a team today.</summary>
    /// <param name="memberships">Those so far, of all teams of the challenge.</param>
    /// <param name="team">Where to; where the person already is, the move that would end it is undone.</param>
    /// <param name="today">The person's local date.</param>
    /// <param name="hasDoneDay">Whether the person has a done day in the challenge: if not, the move takes effect today.</param>
    public static ImmutableArray<TeamMembership> Move(
        ImmutableArray<TeamMembership> memberships, TeamId team, DateOnly today, bool hasDoneDay)
    {
        if (On(memberships, today) is { } current && current.Team == team)
        {
            return [.. Begun(memberships, today).Select(one => one == current ? Open(one) : one)];
        }

        var left = Leave(memberships, today, hasDoneDay);
        var from = left.Any(one => one.Days.Contains(today)) ? today.AddDays(1) : today;
        return left.Add(new TeamMembership(team, DateRange.Since(from)));
    }

    /// <summary>
    /// The person's memberships after leaving their team today: its last day is today, or was yesterday for who has no done
    /// day.
    /// </summary>
    public static ImmutableArray<TeamMembership> Leave(
        ImmutableArray<TeamMembership> memberships, DateOnly today, bool hasDoneDay)
    {
        var last = hasDoneDay ? today : today.AddDays(-1);
        return [.. Begun(memberships, today).Select(one => one with { Days = Until(one.Days, last) }).Where(one => !one.Days.IsEmpty)];
    }

    /// <summary>The person's absences after leaving the challenge today: from tomorrow on, or from today for who has no done day.</summary>
    public static ImmutableArray<DateRange> LeaveChallenge(ImmutableArray<DateRange> absences, DateOnly today, bool hasDoneDay)
    {
        var first = hasDoneDay ? today.AddDays(1) : today;
        return absences.Cover(first) ? absences : absences.Add(DateRange.Since(first));
    }

    /// <summary>The person's absences after coming back today: the first joining date stays, the days between are off-days.</summary>
    public static ImmutableArray<DateRange> ReturnToChallenge(ImmutableArray<DateRange> absences, DateOnly today) =>
        [.. absences.Select(absence => Until(absence, today.AddDays(-1))).Where(absence => !absence.IsEmpty)];

    /// <summary>The membership of a date, or null.</summary>
    public static TeamMembership? On(ImmutableArray<TeamMembership> memberships, DateOnly date) =>
        memberships.Where(one => one.Days.Contains(date)).Select(one => (TeamMembership?)one).FirstOrDefault();

    private static IEnumerable<TeamMembership> Begun(ImmutableArray<TeamMembership> memberships, DateOnly today) =>
        memberships.Where(one => one.Days.From <= today).OrderBy(one => one.Days.From);

    private static TeamMembership Open(TeamMembership membership) =>
        membership with { Days = DateRange.Since(membership.Days.From) };

    private static DateRange Until(DateRange range, DateOnly last) => range.To < last ? range : range with { To = last };
}
