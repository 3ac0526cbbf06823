using System.Collections.Immutable;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>A session that a schedule planned follows it until its lobby opens (rule 24).</summary>
internal sealed partial class SessionGrain
{
    // All hosts of the schedule, the one who leads included.
    private ImmutableArray<UserId> _scheduledHosts = [];

    // In the lobby, before anybody could come in.
    private bool IsAhead => Phase == SessionPhase.Lobby && _session!.OpensAt > Now;

    /// <inheritdoc />
    public async Task FollowScheduleAsync(FollowSchedule command)
    {
        if (_session is null)
        {
            await PlanFromScheduleAsync(command);
        }
        else if (_session.Schedule?.Id.Value == command.ScheduleId && IsAhead)
        {
            await ReplanFromScheduleAsync(_session, command);
        }
    }

    /// <inheritdoc />
    public async Task LeaveScheduleAsync()
    {
        if (_session?.Schedule is not { Date: not null } schedule || !IsAhead)
        {
            return;
        }

        var entry = new SessionEvent(SessionCommand.End, Now.ToUnixTimeMilliseconds());
        var after = History.After(entry)!;
        await DeactivateOnFailureAsync(() => sessions.GiveUpAsync(Id, after.Events.Length, entry));
        _session = _session with { Schedule = schedule with { Date = null } };
        _history = after;
        await PushTimelineAsync();
        ScheduleNext();
        ScheduleSettling(TimeSpan.Zero);
    }

    private async Task PlanFromScheduleAsync(FollowSchedule command)
    {
        var now = Now;
        if (command.StartsAt <= now)
        {
            return;
        }

        var create = new CreateSession(command.HostId ?? "", command.ChallengeId, command.RoutineId, command.Steps, command.StartsAt);
        var session = Scheduled(NewSession(create, default, now), command);
        var (insertion, code) = await InsertAsync(session, default);
        if (insertion == SessionInsertion.Created)
        {
            // Read again, with the hosts.
            Restore((await sessions.LoadAsync(Id))! with { Session = session with { Code = code } });
            await EnsureReminderAsync();
        }
        else
        {
            DeactivateOnIdle();
        }
    }

    private async Task ReplanFromScheduleAsync(SessionRecord session, FollowSchedule command)
    {
        var now = Now;
        var schedule = session.Schedule!;
        var isReplanned = schedule.Revision != command.Revision || schedule.StartsAt != command.StartsAt;
        if (isReplanned)
        {
            if (command.StartsAt <= now)
            {
                return;
            }

            session = session with
            {
                RoutineId = command.RoutineId,
                Steps = command.Steps,
                OpensAt = DateTimeOffset.FromUnixTimeMilliseconds(
                    SessionPlan.For(command.StartsAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds()).OpensAt),
                StartsAt = command.StartsAt,
            };
        }

        session = Scheduled(session, command);
        _scheduledHosts = await DeactivateOnFailureAsync(() => sessions.FollowScheduleAsync(session, isReplanned, now));
        _session = session;
        if (isReplanned)
        {
            _plan = PlanOf(session);
            _history = SessionHistory.Open(new Timeline(session.Steps));
            await RegisterReminderAsync();
            await Servers.NotifyAsync(observer => observer.SessionReplannedAsync(Id.Value));
            await DoWhatIsDueAsync();
        }
    }

    private static SessionRecord Scheduled(SessionRecord session, FollowSchedule command) => session with
    {
        Host = command.HostId is { } host ? new UserId(host) : null,
        Team = command.TeamId is { } team ? new TeamId(team) : null,
        Schedule = new ScheduledSession(new ScheduleId(command.ScheduleId), command.Date, command.Revision, command.StartsAt),
    };

    private bool WasHosted => _room.FindMember(_session!.Host?.Value) is not null
        || _scheduledHosts.Any(host => _room.FindMember(host.Value) is not null);

    private bool IsScheduledCoHost(string userId) => !IsHost(userId) && _scheduledHosts.Contains(new UserId(userId));
}
