using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The end of a session whose challenge was deleted, and of the place of somebody whose account was.</summary>
internal sealed partial class SessionGrain
{
    /// <inheritdoc />
    /// <remarks>Pushed, but not saved: the session's rows went with the challenge. Its reminder removes itself.</remarks>
    public async Task ChallengeDeletedAsync()
    {
        if (_session is null)
        {
            return;
        }

        _unsaved.Clear();
        if (History.After(new SessionEvent(SessionCommand.End, Now.ToUnixTimeMilliseconds())) is { } ended)
        {
            _history = ended;
            await PushTimelineAsync();
        }

        DeactivateOnIdle();
    }

    /// <inheritdoc />
    /// <remarks>Pushed, but not saved: the person's rows went with the account.</remarks>
    public async Task AccountDeletedAsync(string userId)
    {
        if (_session is null)
        {
            return;
        }

        _session = IsHost(userId) ? _session with { Host = null } : _session;
        if (_room.FindMember(userId) is { } attendee)
        {
            var id = attendee.Record.Id;
            _room.End(attendee, Now);
            _room.Forget(attendee);
            Servers.Forget(id);
            _new.RemoveAll(joining => joining.Id == id);
            foreach (var key in _unsaved.Keys.Where(key => key.Id == id).ToArray())
            {
                _unsaved.Remove(key);
            }

            Touch(attendee);
            await Servers.NotifyAsync(observer => observer.RemovedAsync(Id.Value, id));
        }
    }
}
