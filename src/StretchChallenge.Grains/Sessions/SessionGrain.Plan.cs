using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The plan of a session, which its hosts and organisers can change or call off until it starts (rule 24).</summary>
internal sealed partial class SessionGrain
{
    /// <inheritdoc />
    public async Task<Outcome<SessionView>> ChangeAsync(ChangeSession command)
    {
        if (await RefusePlanningAsync(command.UserId, command.Role) is { } refusal)
        {
            return refusal;
        }

        var (session, now) = (_session!, Now);
        if (command.StartsAt is not null && session.StartsAt is null)
        {
            return SessionRefusals.NotPlanned;
        }

        if (RefuseStart(command.StartsAt, now) is { } refused)
        {
            return refused;
        }

        if (command.StartsAt?.ToUnixTimeMilliseconds() is { } startsAt)
        {
            var plan = SessionPlan.For(startsAt, now.ToUnixTimeMilliseconds());
            session = session with
            {
                OpensAt = DateTimeOffset.FromUnixTimeMilliseconds(plan.OpensAt),
                StartsAt = DateTimeOffset.FromUnixTimeMilliseconds(startsAt),
            };
        }

        if (command.RoutineId is { } routine)
        {
            session = session with { RoutineId = routine, Steps = command.Steps };
        }

        await DeactivateOnFailureAsync(() => sessions.ChangePlanAsync(session, now));
        _session = session;
        _plan = PlanOf(session);
        _history = SessionHistory.Open(new Timeline(session.Steps));
        await RegisterReminderAsync();
        await Servers.NotifyAsync(observer => observer.SessionReplannedAsync(Id.Value));
        await DoWhatIsDueAsync();
        return ViewOf(session);
    }

    /// <inheritdoc />
    public async Task<Refusal?> CallOffAsync(string userId, ChallengeRole role)
    {
        if (await RefusePlanningAsync(userId, role) is { } refusal)
        {
            return refusal;
        }

        var entry = new SessionEvent(SessionCommand.End, Now.ToUnixTimeMilliseconds());
        await ApplyAsync(entry, History.After(entry)!);
        return null;
    }

    private async Task<Refusal?> RefusePlanningAsync(string userId, ChallengeRole role)
    {
        if (_session is null)
        {
            return SessionRefusals.UnknownSession;
        }

        if (!MayControl(userId) && role != ChallengeRole.Organiser)
        {
            return SessionRefusals.NotItsHost;
        }

        await DoWhatIsDueAsync();
        return Phase switch
        {
            SessionPhase.Lobby => null,
            SessionPhase.Running or SessionPhase.Paused => Refuse(SessionCommand.Start, Phase),
            _ => SessionRefusals.SessionOver,
        };
    }
}
