using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Pushes to the subscribed servers, and the timers. Timeline changes go out at once; roster changes and reactions are coalesced.</summary>
internal sealed partial class SessionGrain
{
    /// <summary>The least time between two messages about the roster or reactions: at most four a second.</summary>
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    /// <summary>How often SeenAt is saved while people are present.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    // Grain timers have an upper limit of about 49 days; a timer that fires early only schedules itself again.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    // The participants present whom rosters name, by id: whoever comes while there is room, and hosts.
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    // What subscribers have been sent of each of them, and how many people are present.
    private readonly Dictionary<string, RosterMember> _publishedRoster = new(StringComparer.Ordinal);
    private int _publishedCount;
    private readonly HashSet<Attendee> _touched = [];
    private readonly Dictionary<ReactionKind, int> _reactions = [];
    private readonly SemaphoreSlim _saveLock = new(1, 1);
    private IGrainTimer? _timer;
    private IGrainTimer? _publishTimer;
    private long _publishedAt;
    private bool _isPublishingDue;

    /// <inheritdoc />
    public Task ReactAsync(string participantId, ReactionKind kind)
    {
        if (_session is not null && _room.Find(participantId) is { IsPresent: true } && Enum.IsDefined(kind))
        {
            _reactions[kind] = _reactions.GetValueOrDefault(kind) + 1;
            SchedulePublishing();
        }

        return Task.CompletedTask;
    }

    private void StartTimers()
    {
        _timer = this.RegisterGrainTimer(OnTimerAsync, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _publishTimer = this.RegisterGrainTimer(OnPublishingAsync, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        StartSettling();
    }

    private async Task OnTimerAsync()
    {
        try
        {
            await DoWhatIsDueAsync();
            await MaintainRoomAsync();
        }
        catch (Exception exception)
        {
            // The activation has ended itself. The reminder or the sweep starts another one.
            LogTimeFailed(exception);
        }
    }

    private async Task MaintainRoomAsync()
    {
        if (_awaitsReconnects && Now - _restoredAt >= ReconnectWindow)
        {
            EndMissingPresences();
        }

        RemoveExpiredServers();
        await ForgetGuestsAsync();
        if (_room.Count > 0 && !_awaitsReconnects && !IsOver && Now - _session!.SeenAt >= Heartbeat)
        {
            await SavePresencesAsync();
        }

        ScheduleNext();
    }

    private void ScheduleNext()
    {
        var now = Now;
        var wait = MaxWait;
        if (!_isFinishSaved && _plan.NextAt(History, _room.Occupancy) is { } next)
        {
            wait = Shorter(wait, DateTimeOffset.FromUnixTimeMilliseconds(next) - now);
        }

        if (_awaitsReconnects)
        {
            wait = Shorter(wait, _restoredAt + ReconnectWindow - now);
        }

        if (_room.Count > 0)
        {
            wait = Shorter(wait, Heartbeat);
        }

        _timer?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private Task PushTimelineAsync()
    {
        var snapshot = SnapshotAt(Now);
        return Servers.NotifyAsync(observer => observer.SessionChangedAsync(snapshot));
    }

    private void Touch(Attendee attendee)
    {
        List(attendee);
        _touched.Add(attendee);
        SchedulePublishing();
    }

    private void List(Attendee attendee)
    {
        if (!attendee.IsPresent)
        {
            _listed.Remove(attendee.Record.Id);
        }
        else if (_listed.Count < MostListed || ToRosterMember(attendee).Role is SessionRole.Host or SessionRole.CoHost)
        {
            _listed.Add(attendee.Record.Id);
        }
    }

    private void SchedulePublishing()
    {
        if (!_isPublishingDue && _publishTimer is not null)
        {
            _isPublishingDue = true;
            var wait = Coalescing - time.GetElapsedTime(_publishedAt);
            _publishTimer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task OnPublishingAsync()
    {
        _isPublishingDue = false;
        _publishedAt = time.GetTimestamp();
        if (_unsaved.Count > 0)
        {
            try
            {
                await SavePresencesAsync();
            }
            catch (Exception exception)
            {
                // The activation has ended itself. Renewals report who is present to the next one, which saves it.
                LogTimeFailed(exception);
                return;
            }
        }

        if (TakeRosterChange() is { } change)
        {
            await Servers.NotifyAsync(observer => observer.RosterChangedAsync(change));
        }

        if (_reactions.Count > 0)
        {
            var reactions = new SessionReactions(Id.Value, _reactions.ToImmutableDictionary());
            _reactions.Clear();
            await Servers.NotifyAsync(observer => observer.ReactedAsync(reactions));
        }
    }

    // One save at a time: timers interleave, and an older save must not overwrite a newer one.
    private async Task SavePresencesAsync()
    {
        await _saveLock.WaitAsync();
        try
        {
            var (now, unsaved) = (Now, _unsaved.Values.ToArray());
            await DeactivateOnFailureAsync(() => sessions.SavePresencesAsync(Id, unsaved, now));
            _session = _session! with { SeenAt = now };
            foreach (var saved in unsaved.Where(saved => _unsaved.GetValueOrDefault((saved.ParticipantId, saved.From)) == saved))
            {
                _unsaved.Remove((saved.ParticipantId, saved.From));
            }
        }
        finally
        {
            _saveLock.Release();
        }
    }

    private RosterChange? TakeRosterChange()
    {
        var joined = ImmutableArray.CreateBuilder<RosterMember>();
        var left = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<RosterMember>();
        foreach (var attendee in _touched)
        {
            var id = attendee.Record.Id;
            var before = _publishedRoster.GetValueOrDefault(id);
            if (!_listed.Contains(id))
            {
                if (_publishedRoster.Remove(id))
                {
                    left.Add(id);
                }
            }
            else if (ToRosterMember(attendee) is var shown && shown != before)
            {
                _publishedRoster[id] = shown;
                (before is null ? joined : changed).Add(shown);
            }
        }

        _touched.Clear();
        if (joined.Count + left.Count + changed.Count == 0 && _room.Count == _publishedCount)
        {
            return null;
        }

        _publishedCount = _room.Count;
        return new RosterChange(Id.Value, _publishedCount, joined.ToImmutable(), left.ToImmutable(), changed.ToImmutable());
    }

    private void SetPublishedRoster()
    {
        _listed.Clear();
        foreach (var attendee in _room.Attendees)
        {
            List(attendee);
        }

        _publishedRoster.Clear();
        foreach (var member in ListParticipants())
        {
            _publishedRoster[member.Id] = member;
        }

        _publishedCount = _room.Count;
    }

    private ImmutableArray<RosterMember> ListParticipants() =>
        [.. _room.Attendees.Where(attendee => _listed.Contains(attendee.Record.Id)).Select(ToRosterMember)];

    private RosterMember ToRosterMember(Attendee attendee) =>
        new(attendee.Record.Id, attendee.Record.Name, attendee.RoleUnder(_session!.Host?.Value));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Saving a live break failed and will be retried.")]
    private partial void LogTimeFailed(Exception exception);
}
