using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Teams;
using StretchChallenge.Storage.Teams;

namespace StretchChallenge.Server.Live.Nudges;

/// <summary>A team mate sent the caller a nudge.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="From">The sender's name.</param>
/// <param name="Kind">What they sent.</param>
public sealed record Nudged(string TeamId, string From, NudgeKind Kind);

/// <summary>
/// Sends nudges to the connections of their receivers on this server. It reads once a second what was sent lately, in one query for
/// everybody and only while somebody watches their day, and at once after a nudge that was sent through this server.
/// </summary>
internal sealed partial class NudgePushService(
    ITeamTalkStore talk,
    ReceivedNudges received,
    IGrainFactory grains,
    IHubContext<LiveHub, ILiveClient> hub,
    LiveMetrics metrics,
    TimeProvider time,
    ILogger<NudgePushService> logger) : BackgroundService
{
    /// <summary>How often nudges are read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Other nodes' clocks differ, and what they commit becomes visible later than its instant: those read before are left out.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, string> _people = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<(UserId Receiver, UserId Sender, DateOnly Date), DateTimeOffset> _seen = [];

    /// <summary>Sends a connection its person's nudges until <see cref="Remove" />.</summary>
    public void Add(string connection, string person) => _people[connection] = person;

    /// <summary>Removes a closed connection; does nothing when it was not added.</summary>
    public void Remove(string connection) => _people.TryRemove(connection, out _);

    /// <summary>Reads and sends what is new, without keeping the caller waiting.</summary>
    public void PushSoon() => _ = TryPushAsync();

    /// <inheritdoc />
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(Interval, time, TryPushAsync, stoppingToken);

    private async Task TryPushAsync()
    {
        // Off the caller's path in any case.
        await Task.Yield();
        if (_people.IsEmpty)
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            await PushAsync();
        }
        catch (Exception exception)
        {
            // What was not sent is found on Today.
            LogFailed(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task PushAsync()
    {
        var since = time.GetUtcNow() - Overlap;
        foreach (var old in _seen.Where(seen => seen.Value <= since).Select(seen => seen.Key).ToList())
        {
            _seen.Remove(old);
        }

        var present = _people.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var nudge in await talk.LoadSinceAsync(since))
        {
            // Who comes within the overlap is told too: they may have read their day just before.
            if (present.Contains(nudge.ReceiverId.Value)
                && _seen.TryAdd((nudge.ReceiverId, nudge.SenderId, nudge.LocalDate), nudge.SentAt))
            {
                await SendIfShownAsync(nudge);
            }
        }
    }

    private async Task SendIfShownAsync(NudgeRecord nudge)
    {
        var person = nudge.ReceiverId;
        if ((await grains.GetGrain<IUserGrain>(person.Value).GetTodayAsync(null)).Value is { } today
            && (await received.LoadAsync(person, today, CancellationToken.None)).FirstOrDefault(shown => shown.Id == nudge.SenderId.Value) is { } shown)
        {
            metrics.Sent("nudged");
            _ = hub.Clients.Group(DayWatches.GroupOf(person.Value)).Nudged(new Nudged(shown.TeamId, shown.From, shown.Kind));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading or sending nudges failed and will be retried.")]
    private partial void LogFailed(Exception exception);
}
