using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>
/// How many took part on each team day, as organisers may see it: a count stands only where at least 5 were due, and
/// that of all teams only where those it adds to the counts shown are none or at least 5. So nothing that is shown, alone or
/// by sums and differences, tells of fewer than 5 due people.
/// </summary>
/// <param name="Days">The team days of the challenge before today: a count of today beside who is done today would tell who is off.</param>
/// <param name="Everybody">By day, everybody in the challenge, also who is in no team; null where hidden.</param>
/// <param name="Teams">Likewise by team.</param>
public sealed record ParticipationCounts(
    ImmutableArray<DateOnly> Days,
    ImmutableArray<TeamCount?> Everybody,
    ImmutableDictionary<TeamId, ImmutableArray<TeamCount?>> Teams)
{
    /// <summary>The fewest due people of whom a count is shown.</summary>
    public const int MinDue = TeamStanding.MinDisclosedMembers;

    /// <summary>Counts a challenge.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="today">The date in its zone.</param>
    /// <param name="everybody">Everybody who ever joined, each as a member of one team throughout.</param>
    /// <param name="teams">The teams.</param>
    /// <param name="sealedElsewhere">What people whose days are no longer stored add on days on which they were in none of these teams.</param>
    public static ParticipationCounts Of(
        ChallengeCalendar challenge,
        DateOnly today,
        IEnumerable<TeamMember> everybody,
        IReadOnlyList<TeamParticipants> teams,
        SealedDays? sealedElsewhere = null)
    {
        var days = challenge.TeamDays & DaySet.Before(challenge.DayOf(today));
        var ofTeams = teams.Select(team => (team.Id, Counts: TeamFold.CountsOf(challenge, days, team.Members, team.SealedDays))).ToArray();
        var ofAll = TeamFold.CountsOf(challenge, days, everybody, SealedDays.Sum([sealedElsewhere ?? SealedDays.None, .. teams.Select(team => team.SealedDays)]));
        var (dates, shown) = (ImmutableArray.CreateBuilder<DateOnly>(), ImmutableArray.CreateBuilder<TeamCount?>());
        foreach (var day in days)
        {
            var rest = ofAll[day].Due - ofTeams.Sum(team => Shown(team.Counts[day])?.Due ?? 0);
            dates.Add(challenge.DateOf(day));
            shown.Add(rest is 0 or >= MinDue ? ofAll[day] : null);
        }

        return new ParticipationCounts(
            dates.DrainToImmutable(),
            shown.DrainToImmutable(),
            ofTeams.ToImmutableDictionary(team => team.Id, team => ShownOn(days, team.Counts)));
    }

    private static TeamCount? Shown(TeamCount count) => count.Due >= MinDue ? count : null;

    private static ImmutableArray<TeamCount?> ShownOn(DaySet days, TeamCount[] counts)
    {
        var shown = ImmutableArray.CreateBuilder<TeamCount?>(days.Count);
        foreach (var day in days)
        {
            shown.Add(Shown(counts[day]));
        }

        return shown.DrainToImmutable();
    }
}

/// <summary>A team, as participation counts it.</summary>
/// <param name="Id">The team.</param>
/// <param name="Members">Its past and present members.</param>
/// <param name="SealedDays">What people add whose days are no longer stored.</param>
public sealed record TeamParticipants(TeamId Id, ImmutableArray<TeamMember> Members, SealedDays SealedDays);
