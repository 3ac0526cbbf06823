using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Grains.Teams;

/// <summary>The team's page: what everybody in the challenge may see of its people and days (rule 21).</summary>
internal sealed partial class TeamGrain
{
    /// <inheritdoc />
    public Task<TeamDetails?> GetDetailsAsync(string viewerId) =>
        Task.FromResult(Standing() is { } team ? DetailsOf(team, viewerId) : null);

    private TeamDetails DetailsOf(TeamStanding team, string viewerId)
    {
        Mate[] present = [.. _members.Values.Where(mate => mate.Member.IsMemberOn(team.RosterDay)).OrderBy(mate => mate.Name, StringComparer.Ordinal)];
        TeamMate[] shown =
        [
            .. present.Where(mate => mate.IsNamed || mate.Id == viewerId)
                .Select(mate => new TeamMate(mate.Id, mate.Name, mate.IsCaptain, mate.Id == viewerId)),
        ];
        return new TeamDetails(
            Id.Value,
            _team!.Name,
            _team.ChallengeId.Value,
            _challenge!.TeamThreshold,
            team.Streak,
            team.Best,
            team.MicroPoints,
            TodayOf(team),
            [.. present.Where(mate => mate.IsNamed && team.Date is { } today && mate.Member.On(today) == MemberDay.Done).Select(mate => mate.Name)],
            [.. shown],
            present.Length - shown.Length,
            [.. team.Days.Select(day => DateOf(day, team))]);
    }

    // Whether a day was reached or neutral tells the number due as well as that number itself. A day on which a team
    // that has grown was small is as private as it was then.
    private TeamDate DateOf(TeamDay day, TeamStanding team)
    {
        var isAhead = day.State == TeamDayState.Ahead;
        var isSmall = team.CurrentMembers < TeamToday.FewestForDue
            || Members.Count(member => member.IsMemberOn(day.Date)) < TeamToday.FewestForDue;
        return new TeamDate(day.Date, isSmall && !isAhead ? null : day.State, day.Count.Done, isSmall || isAhead ? null : day.Count.Due);
    }
}
