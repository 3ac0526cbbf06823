using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Grains.Teams;

/// <summary>Who is in the team, and what its members have reached, for its members alone.</summary>
internal sealed partial class TeamGrain
{
    /// <inheritdoc />
    public async Task<TeamMates?> GetMatesAsync(string memberId, CancellationToken cancellationToken) =>
        await SummaryAsync(cancellationToken) is { Standing: var team } && IsPresent(team, memberId)
            ? new TeamMates(Today, [.. Present(team).Where(entry => entry.Id != memberId).Select(entry => entry.Id)])
            : null;

    /// <inheritdoc />
    public async Task<TeamMoments?> GetMomentsAsync(string memberId, CancellationToken cancellationToken) =>
        await SummaryAsync(cancellationToken) is { Standing: var team } && IsPresent(team, memberId)
            ? new TeamMoments(
                Today,
                [
                    .. Present(team).Where(entry => entry.IsNamed).SelectMany(entry => MomentsOf(entry, memberId))
                        .OrderByDescending(moment => moment.Date).ThenBy(moment => moment.Name, StringComparer.Ordinal),
                ])
            : null;

    private DateOnly Today => _challenge!.DateAt(time.GetUtcNow());

    private IEnumerable<TeamMemberEntry> Present(TeamStanding team) =>
        _members.Values.Where(entry => !entry.IsAway && entry.Member.IsMemberOn(team.RosterDay));

    private bool IsPresent(TeamStanding team, string memberId) =>
        _members.TryGetValue(memberId, out var entry) && !entry.IsAway && entry.Member.IsMemberOn(team.RosterDay);

    // Of others only streaks, which boards show too: a number of done days beside the percent would tell how many were due (rule 21).
    private IEnumerable<TeamMoment> MomentsOf(TeamMemberEntry entry, string viewer)
    {
        var (today, yesterday) = (Today, Today.AddDays(-1));
        return Milestones.Of(StreakFold.Fold(entry.Calendar, entry.Credited.ToLedger(entry.Calendar.Challenge), time.GetUtcNow()))
            .Where(milestone => milestone.Date == today || milestone.Date == yesterday)
            .Where(milestone => milestone.Kind == MilestoneKind.Streak || entry.Id == viewer)
            .Select(milestone => new TeamMoment(entry.Id, entry.Name, milestone.Kind, milestone.Count, milestone.Date));
    }
}
