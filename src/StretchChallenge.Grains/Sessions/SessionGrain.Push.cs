using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Pushes to the subscribed servers, and the timers. Timeline changes go out at once; roster changes and reactions are coalesced.</summary>
internal sealed partial class SessionGrain
{
    /// <summary>The least time between two messages about the roster or reactions: at most four a second.</summary>
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the last instant at which this grain was alive is saved, while people are present.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    // A grain timer takes no longer due times.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Dictionary<string, RosterMember> _publishedRoster = new(StringComparer.Ordinal);
    private readonly HashSet<Attendee> _touched = [];
    private readonly Dictionary<ReactionKind, int> _reactions = [];
    private readonly SemaphoreSlim _saving = new(1, 1);
    private IGrainTimer? _next;
    private IGrainTimer? _publishing;
    private DateTimeOffset _publishedAt;
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
        _next = this.RegisterGrainTimer(OnTimeAsync, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _publishing = this.RegisterGrainTimer(OnPublishingAsync, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        StartSettling();
    }

    private async Task OnTimeAsync()
    {
        try
        {
            await DoWhatIsDueAsync();
            await LookAfterRoomAsync();
        }
        catch (Exception exception)
        {
            // The activation ends. The reminder or the sweep wakes another one.
            LogTimeFailed(exception);
        }
    }

    private async Task LookAfterRoomAsync()
    {
        if (_awaitsReturns && Now - _beganAt >= Return)
        {
            GiveUpReturns();
        }

        LetGoOfLostServers();
        if (_room.Count > 0 && !_awaitsReturns && !IsOver && Now - _session!.SeenAt >= Heartbeat)
        {
            await SavePresencesAsync();
        }

        ScheduleNext();
    }

    private void ScheduleNext()
    {
        var now = Now;
        var wait = LongestWait;
        if (!_hasRunOut && _plan.NextAt(History) is { } next)
        {
            wait = Shorter(wait, DateTimeOffset.FromUnixTimeMilliseconds(next) - now);
        }

        if (_awaitsReturns)
        {
            wait = Shorter(wait, _beganAt + Return - now);
        }

        if (_room.Count > 0)
        {
            wait = Shorter(wait, Heartbeat);
        }

        _next?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private Task PushTimelineAsync()
    {
        var moment = SnapshotAt(Now);
        return Servers.NotifyAsync((observer, _) => observer.SessionChangedAsync(moment));
    }

    private void Touch(Attendee attendee)
    {
        _touched.Add(attendee);
        SchedulePublishing();
    }

    private void SchedulePublishing()
    {
        if (!_isPublishingDue && _publishing is not null)
        {
            _isPublishingDue = true;
            var wait = _publishedAt + Coalescing - time.GetUtcNow();
            _publishing.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task OnPublishingAsync()
    {
        _isPublishingDue = false;
        _publishedAt = time.GetUtcNow();
        if (_unsaved.Count > 0)
        {
            try
            {
                await SavePresencesAsync();
            }
            catch (Exception exception)
            {
                // The activation ends. Servers renew their leases and say who is present, and the next activation saves it.
                LogTimeFailed(exception);
                return;
            }
        }

        if (TakeRosterChange() is { } change)
        {
            await Servers.NotifyAsync((observer, _) => observer.RosterChangedAsync(change));
        }

        if (_reactions.Count > 0)
        {
            var reactions = new SessionReactions(Id.Value, _reactions.ToImmutableDictionary());
            _reactions.Clear();
            await Servers.NotifyAsync((observer, _) => observer.ReactedAsync(reactions));
        }
    }

    // One save at a time: timers interleave, and an older save must not overwrite a newer one.
    private async Task SavePresencesAsync()
    {
        await _saving.WaitAsync();
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
            _saving.Release();
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
            if (!attendee.IsPresent)
            {
                if (_publishedRoster.Remove(id))
                {
                    left.Add(id);
                }
            }
            else if (Shown(attendee) is var shown && shown != before)
            {
                _publishedRoster[id] = shown;
                (before is null ? joined : changed).Add(shown);
            }
        }

        _touched.Clear();
        return joined.Count + left.Count + changed.Count == 0
            ? null
            : new RosterChange(Id.Value, _room.Count, joined.ToImmutable(), left.ToImmutable(), changed.ToImmutable());
    }

    private void SetPublishedRoster(IEnumerable<Attendee> people)
    {
        _publishedRoster.Clear();
        foreach (var attendee in people)
        {
            _publishedRoster[attendee.Record.Id] = Shown(attendee);
        }
    }

    private ImmutableArray<RosterMember> Listed() =>
        [.. _room.Attendees.Where(attendee => attendee.IsPresent).Take(MostListed).Select(Shown)];

    private RosterMember Shown(Attendee attendee) =>
        new(attendee.Record.Id, attendee.Record.Name, attendee.RoleUnder(_session!.Host?.Value));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A live break could not be saved and is tried again.")]
    private partial void LogTimeFailed(Exception exception);
}
