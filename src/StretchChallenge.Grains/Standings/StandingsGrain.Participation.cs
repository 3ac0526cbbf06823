using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Standings;

/// <summary>The participation that organisers see.</summary>
internal sealed partial class StandingsGrain
{
    /// <inheritdoc />
    public async Task<ParticipationReport> GetParticipationAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        if (_people is not { } everybody || _challenge is not { } challenge)
        {
            return new ParticipationReport([], [], []);
        }

        TeamRecord[] teams = [.. Teams.All.OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)];
        var counts = ParticipationCounts.Of(
            _calendar!,
            challenge.DateAt(Now),
            everybody.Everybody,
            [.. teams.Select(team => new TeamParticipants(team.Id, everybody.MembersOf(team.Id), Teams.SealedDaysOf(team.Id)))],
            Teams.SealedElsewhere);
        return new ParticipationReport(
            counts.Days,
            ViewOf(counts.Everybody),
            [.. teams.Select(team => new TeamParticipation(team.Id.Value, team.Name, ViewOf(counts.Teams[team.Id])))]);
    }

    private static ImmutableArray<DoneOfDue?> ViewOf(ImmutableArray<TeamCount?> counts) =>
        [.. counts.Select(count => count is { } shown ? new DoneOfDue(shown.Done, shown.Due) : null)];
}
