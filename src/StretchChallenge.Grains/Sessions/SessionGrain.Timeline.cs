using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The timeline (rule 24): commands of the hosts, the planned start, and the end.</summary>
internal sealed partial class SessionGrain
{
    /// <inheritdoc />
    public async Task<Refusal?> ControlAsync(string userId, SessionCommand command)
    {
        if (RefuseControl(userId) is { } refusal)
        {
            return refusal;
        }

        await DoWhatIsDueAsync();
        var now = Now;
        if (command == SessionCommand.Start && now < _session!.OpensAt)
        {
            return SessionRefusals.LobbyClosed(_session.OpensAt);
        }

        var entry = new SessionEvent(command, now.ToUnixTimeMilliseconds());
        if (History.After(entry) is not { } after)
        {
            return Refuse(command, Phase);
        }

        await ApplyAsync(entry, after);
        return null;
    }

    /// <inheritdoc />
    public async Task<Refusal?> SkipToAsync(string userId, int step)
    {
        if (RefuseControl(userId) is { } refusal)
        {
            return refusal;
        }

        await DoWhatIsDueAsync();
        var entry = new SessionEvent(SessionCommand.Skip, Now.ToUnixTimeMilliseconds());
        switch (History.State.SkipTo(step, entry.At))
        {
            case SessionCommandResult.Applied:
                await ApplyAsync(entry, History.After(entry)!);
                return null;
            case SessionCommandResult.Refused(var phase):
                return phase is SessionPhase.Running or SessionPhase.Paused
                    ? SessionRefusals.NotNext
                    : Refuse(SessionCommand.Skip, phase);
            default:
                return null;
        }
    }

    /// <inheritdoc />
    public async Task WakeAsync()
    {
        if (_session is not null)
        {
            await DoWhatIsDueAsync();
            await EnsureReminderAsync();
        }
    }

    // Applies everything that happens without a command: the planned start, the finish, the end of an abandoned session. Idempotent.
    private async Task DoWhatIsDueAsync()
    {
        while (_plan.DueBy(History, _room.Occupancy, Now.ToUnixTimeMilliseconds()) is { } due)
        {
            await ApplyAsync(due, History.After(due)!);
        }

        if (!_isFinishSaved && History.State.Phase == SessionPhase.Running && IsOver)
        {
            await DeactivateOnFailureAsync(() => sessions.FinishAsync(Id));
            _isFinishSaved = true;
            await PushTimelineAsync();
        }

        if (IsOver)
        {
            ScheduleSettling(TimeSpan.Zero);
        }

        ScheduleNext();
    }

    private async Task ApplyAsync(SessionEvent entry, SessionHistory after)
    {
        await DeactivateOnFailureAsync(() => sessions.AddEventAsync(Id, after.Events.Length, entry, after.State.Phase));
        _history = after;
        await PushTimelineAsync();
        ScheduleNext();
        if (IsOver)
        {
            ScheduleSettling(TimeSpan.Zero);
        }
    }

    private Refusal? RefuseControl(string userId) =>
        _session is null ? SessionRefusals.UnknownSession
        : MayControl(userId) ? null
        : SessionRefusals.NotHost;

    // Null is nobody: a session whose host's account is gone has no host.
    private bool MayControl(string? userId) =>
        userId is not null && (IsHost(userId) || (_room.FindMember(userId)?.Record is { } record
            ? record is { IsCoHost: true, RemovedAt: null }
            : IsScheduledCoHost(userId)));

    private bool IsHost(string? userId) => userId is not null && _session!.Host?.Value == userId;

    // The phase does not allow the command (rule 24).
    private static Refusal Refuse(SessionCommand command, SessionPhase phase) => (command, phase) switch
    {
        (_, SessionPhase.Finished or SessionPhase.Cancelled) => SessionRefusals.SessionOver,
        (_, SessionPhase.Lobby) => SessionRefusals.NotStarted,
        (SessionCommand.Start, _) => SessionRefusals.AlreadyStarted,
        (SessionCommand.Resume, _) => SessionRefusals.NotPaused,
        _ => SessionRefusals.AlreadyPaused,
    };
}
