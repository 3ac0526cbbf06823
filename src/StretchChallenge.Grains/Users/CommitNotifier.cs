using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;

namespace StretchChallenge.Grains.Users;

/// <summary>
/// Notifies teams and boards of a person's commit. They are views of the ledger: one that could not be notified is asked to
/// reload, and when that fails too the caller retries later.
/// </summary>
internal sealed partial class CommitNotifier(IGrainFactory grains, ILogger logger)
{
    /// <summary>Sends the person's days; returns false when a grain could not be notified.</summary>
    public Task<bool> DaysChangedAsync(Person person)
    {
        var days = person.Days;
        return NotifyAllAsync(person, team => team.DaysChangedAsync(days), standings => standings.DaysChangedAsync(days));
    }

    /// <summary>
    /// Makes teams and boards read the person again, because calendar, name or teams changed, or a notification may be lost;
    /// returns false when a grain could not be notified.
    /// </summary>
    public Task<bool> PersonChangedAsync(Person person)
    {
        var id = person.Record.Id.Value;
        return NotifyAllAsync(person, team => team.RefreshMemberAsync(id), standings => standings.RefreshPersonAsync(id));
    }

    /// <summary>Sends the zone that the person chose last to their challenges; returns false when one could not be notified.</summary>
    public async Task<bool> ZoneChosenAsync(Person person)
    {
        var delivered = true;
        foreach (var participation in person.Participations)
        {
            var challenge = grains.GetGrain<IChallengeGrain>(participation.Challenge.Id.Value);
            delivered &= await TryAsync(() => challenge.ZoneChosenAsync(person.Record.Id.Value, person.ChosenZoneId)) == Delivery.Done;
        }

        return delivered;
    }

    // Teams first, because boards read them.
    private async Task<bool> NotifyAllAsync(Person person, Func<ITeamGrain, Task> notifyTeam, Func<IStandingsGrain, Task> notifyBoards)
    {
        var delivered = true;
        foreach (var participation in person.Participations)
        {
            var challenge = participation.Challenge.Id;
            foreach (var id in person.TeamsIn(challenge))
            {
                var team = grains.GetGrain<ITeamGrain>(id.Value);
                delivered &= await NotifyAsync(() => notifyTeam(team), () => team.ReloadAsync());
            }

            var standings = grains.GetGrain<IStandingsGrain>(challenge.Value);
            delivered &= await NotifyAsync(() => notifyBoards(standings), () => standings.ReloadAsync());
        }

        return delivered;
    }

    // A grain that timed out is not called again here, because the person who checked in waits for this.
    private async Task<bool> NotifyAsync(Func<Task> notify, Func<Task> reload)
    {
        var delivery = await TryAsync(notify);
        delivery = delivery == Delivery.Failed ? await TryAsync(notify) : delivery;
        delivery = delivery == Delivery.Failed ? await TryAsync(reload) : delivery;
        return delivery == Delivery.Done;
    }

    private async Task<Delivery> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return Delivery.Done;
        }
        catch (Exception exception)
        {
            // The commit stands; only the notification failed, and it is sent again.
            LogNotificationFailed(exception);
            return exception is TimeoutException ? Delivery.TimedOut : Delivery.Failed;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notification failed and will be sent again.")]
    private partial void LogNotificationFailed(Exception exception);

    private enum Delivery
    {
        Done,
        Failed,
        TimedOut,
    }
}
