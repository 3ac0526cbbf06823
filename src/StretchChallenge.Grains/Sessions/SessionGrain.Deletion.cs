using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The end of a session whose challenge was deleted.</summary>
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
}
