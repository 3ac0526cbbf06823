using StretchChallenge.Contracts.Outcomes;
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
            return SessionRefusals.NotOpen(_session.OpensAt);
        }

        var entry = new SessionEvent(command, now.ToUnixTimeMilliseconds());
        if (History.After(entry) is not { } after)
        {
            return SessionRefusals.NotPossible(command, Phase);
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
                    : SessionRefusals.NotPossible(SessionCommand.Skip, phase);
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
        _session is null ? SessionRefusals.Unknown
        : MayControl(userId) ? null
        : SessionRefusals.NotHost;

    // Null is nobody: a session whose host's account is gone has no host.
    private bool MayControl(string? userId) =>
        userId is not null && (IsHost(userId) || _room.FindMember(userId)?.Record is { IsCoHost: true, RemovedAt: null });

    private bool IsHost(string? userId) => userId is not null && _session!.Host?.Value == userId;
}
