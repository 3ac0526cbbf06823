using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;

namespace StretchChallenge.Grains.Users;

/// <summary>
/// Tells teams and boards of a person's commit. They are views of the ledger: who does not hear is told again,
/// and then to read the ledger anew.
/// </summary>
internal sealed partial class Announcer(IGrainFactory grains, ILogger logger)
{
    /// <summary>Announces the person's days; false where somebody could not be told.</summary>
    public Task<bool> DaysAsync(Person person)
    {
        var days = person.Days;
        return EverybodyAsync(person, team => team.DaysChangedAsync(days), standings => standings.DaysChangedAsync(days));
    }

    /// <summary>
    /// Has teams and boards read the person anew, because their calendar, name or teams changed, or an announcement
    /// may be lost; false where somebody could not be told.
    /// </summary>
    public Task<bool> CalendarAsync(Person person)
    {
        var id = person.Record.Id.Value;
        return EverybodyAsync(person, team => team.RefreshMemberAsync(id), standings => standings.RefreshPersonAsync(id));
    }

    /// <summary>Tells the challenges which zone the person chose last; false where one could not be told.</summary>
    public async Task<bool> ZoneAsync(Person person)
    {
        var heard = true;
        foreach (var participation in person.Participations)
        {
            var challenge = grains.GetGrain<IChallengeGrain>(participation.Challenge.Id.Value);
            heard &= await TryAsync(() => challenge.ZoneChosenAsync(person.Record.Id.Value, person.ChosenZoneId));
        }

        return heard;
    }

    // Teams first: the boards read them.
    private async Task<bool> EverybodyAsync(Person person, Func<ITeamGrain, Task> tellTeam, Func<IStandingsGrain, Task> tellBoards)
    {
        var heard = true;
        foreach (var participation in person.Participations)
        {
            var challenge = participation.Challenge.Id;
            foreach (var id in person.TeamsIn(challenge))
            {
                var team = grains.GetGrain<ITeamGrain>(id.Value);
                heard &= await TellAsync(() => tellTeam(team), team.ReloadAsync);
            }

            var standings = grains.GetGrain<IStandingsGrain>(challenge.Value);
            heard &= await TellAsync(() => tellBoards(standings), standings.ReloadAsync);
        }

        return heard;
    }

    private async Task<bool> TellAsync(Func<Task> tell, Func<Task> rebuild) =>
        await TryAsync(tell) || await TryAsync(tell) || await TryAsync(rebuild);

    private async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception exception)
        {
            // The commit stands; what failed is only the telling, and it is tried again.
            LogAnnouncementFailed(exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An announcement failed and is tried again.")]
    private partial void LogAnnouncementFailed(Exception exception);
}
