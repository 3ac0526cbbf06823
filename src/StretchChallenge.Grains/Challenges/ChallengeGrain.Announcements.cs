using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Saving, and telling people, teams and boards of it. Each of them reads the ledger anew.</summary>
internal sealed partial class ChallengeGrain
{
    private IStandingsGrain Standings => GrainFactory.GetGrain<IStandingsGrain>(Id.Value);

    // Announces also where saving failed: it may have been done all the same.
    private Task SaveAsync(Func<Task> save, Func<Task> announce) => OrForgetAsync(async () =>
    {
        try
        {
            await save();
        }
        finally
        {
            await announce();
        }
    });

    // The person's grain tells the teams that they are in; teams that they have left without a trace are told here.
    private async Task AnnouncePersonAsync(UserId user, IEnumerable<TeamId> left)
    {
        await TellAsync(GrainFactory.GetGrain<IUserGrain>(user.Value).ReloadAsync);
        foreach (var team in left)
        {
            await TellAsync(() => GrainFactory.GetGrain<ITeamGrain>(team.Value).RefreshMemberAsync(user.Value));
            await TellAsync(() => Standings.RefreshTeamAsync(team.Value));
        }
    }

    // Holidays and the threshold count as if they had always been so (rule 10).
    private async Task AnnounceSettingsAsync()
    {
        foreach (var entry in _roster.Present)
        {
            await TellAsync(GrainFactory.GetGrain<IUserGrain>(entry.Enrolment.UserId.Value).ReloadAsync);
        }

        foreach (var team in _roster.Teams.Keys)
        {
            await TellAsync(GrainFactory.GetGrain<ITeamGrain>(team).ReloadAsync);
        }

        await TellAsync(Standings.ReloadAsync);
    }

    private async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception exception)
        {
            // The commit stands. A grain that could not be told reads the ledger when it is activated next.
            LogAnnouncementFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A grain could not be told of a change in its challenge.")]
    private partial void LogAnnouncementFailed(Exception exception);
}
