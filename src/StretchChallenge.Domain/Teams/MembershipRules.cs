using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>The days on which a person is a member of a team.</summary>
/// <param name="Team">The team.</param>
/// <param name="Days">The first and the last day, both included; open-ended while the membership lasts.</param>
public readonly record struct TeamMembership(TeamId Team, DateRange Days);

/// <summary>Changes a person's memberships when they join, change or leave a team or the challenge (rule 15).</summary>
/// <remarks>
/// Past days are never rewritten, and nobody is in two teams on one day. A second change on the same day replaces what the
/// first one would start tomorrow. Results are sorted by date and contain no empty range.
/// </remarks>
public static class MembershipRules
{
    /// <summary>The person's memberships after they choose a team today.</summary>
    /// <param name="memberships">The memberships so far, in all teams of the challenge.</param>
    /// <param name="team">The team chosen. Choosing the current team undoes a change planned for tomorrow.</param>
    /// <param name="today">The person's local date.</param>
    /// <param name="hasDoneDay">Whether the person has a done day in the challenge; without one the change takes effect today.</param>
    public static ImmutableArray<TeamMembership> Move(
        ImmutableArray<TeamMembership> memberships, TeamId team, DateOnly today, bool hasDoneDay)
    {
        if (MembershipOn(memberships, today) is { } current && current.Team == team)
        {
            return [.. Begun(memberships, today).Select(one => one == current ? Reopen(one) : one)];
        }

        var left = Leave(memberships, today, hasDoneDay);
        var from = left.Any(one => one.Days.Contains(today)) ? today.AddDays(1) : today;
        return left.Add(new TeamMembership(team, DateRange.Since(from)));
    }

    /// <summary>
    /// The person's memberships after they leave their team today: the last day is today, or yesterday for somebody without a
    /// done day.
    /// </summary>
    public static ImmutableArray<TeamMembership> Leave(
        ImmutableArray<TeamMembership> memberships, DateOnly today, bool hasDoneDay)
    {
        var last = hasDoneDay ? today : today.AddDays(-1);
        return [.. Begun(memberships, today).Select(one => one with { Days = Until(one.Days, last) }).Where(one => !one.Days.IsEmpty)];
    }

    /// <summary>
    /// The person's memberships after a team is removed today: what they planned there is dropped, and a current membership ends
    /// as if they left it. Past days stay.
    /// </summary>
    public static ImmutableArray<TeamMembership> LeaveTeam(
        ImmutableArray<TeamMembership> memberships, TeamId team, DateOnly today, bool hasDoneDay)
    {
        var last = hasDoneDay ? today : today.AddDays(-1);
        return
        [
            .. memberships
                .OrderBy(one => one.Days.From)
                .Select(one => one.Team == team ? one with { Days = Until(one.Days, last) } : one)
                .Where(one => !one.Days.IsEmpty),
        ];
    }

    /// <summary>
    /// The person's absences after they leave the challenge today: an open one from tomorrow on, or from today on for somebody
    /// without a done day.
    /// </summary>
    public static ImmutableArray<DateRange> LeaveChallenge(ImmutableArray<DateRange> absences, DateOnly today, bool hasDoneDay)
    {
        var first = hasDoneDay ? today.AddDays(1) : today;
        return absences.ContainsDate(first) ? absences : absences.Add(DateRange.Since(first));
    }

    /// <summary>The person's absences after they come back today: the open one ends yesterday.</summary>
    public static ImmutableArray<DateRange> ReturnToChallenge(ImmutableArray<DateRange> absences, DateOnly today) =>
        [.. absences.Select(absence => Until(absence, today.AddDays(-1))).Where(absence => !absence.IsEmpty)];

    /// <summary>The membership on a date, or null.</summary>
    public static TeamMembership? MembershipOn(ImmutableArray<TeamMembership> memberships, DateOnly date) =>
        memberships.Where(one => one.Days.Contains(date)).Select(one => (TeamMembership?)one).FirstOrDefault();

    private static IEnumerable<TeamMembership> Begun(ImmutableArray<TeamMembership> memberships, DateOnly today) =>
        memberships.Where(one => one.Days.From <= today).OrderBy(one => one.Days.From);

    private static TeamMembership Reopen(TeamMembership membership) =>
        membership with { Days = DateRange.Since(membership.Days.From) };

    private static DateRange Until(DateRange range, DateOnly last) => range.To < last ? range : range with { To = last };
}
