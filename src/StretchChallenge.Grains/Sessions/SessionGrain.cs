using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <inheritdoc cref="ISessionGrain" />
/// <remarks>
/// The position in the timeline is computed from the stored events (rule 24). An event is saved before it is pushed, so the
/// process can be killed at any moment and the next activation continues at the right position.
/// </remarks>
[GrainType(ISessionGrain.GrainType)]
internal sealed partial class SessionGrain(
    ISessionStore sessions,
    TimeProvider time,
    ILogger<SessionGrain> logger) : LedgerGrain, ISessionGrain, IRemindable
{
    /// <summary>The most sessions that one person may host at once, planned ones included.</summary>
    public const int MostOpen = 50;

    private static readonly TimeSpan MaxLeadTime = TimeSpan.FromDays(366);
    private static readonly TimeSpan StartTolerance = TimeSpan.FromMinutes(1);

    private SessionRecord? _session;
    private SessionHistory? _history;
    private SessionPlan _plan;

    // Whether the finish without a command was saved. It is no event, but counts in Seq.
    private bool _isFinishSaved;
    private long _lastNowMs;

    private SessionId Id => new(this.GetPrimaryKeyString());

    private SessionHistory History => _history!;

    /// <summary>
    /// The clock in whole milliseconds. It never goes back behind an earlier reading or a saved event, even if the machine's
    /// clock is set back.
    /// </summary>
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(
        _lastNowMs = Math.Max(_lastNowMs, time.GetUtcNow().ToUnixTimeMilliseconds()));

    private SessionPhase Phase => History.State.At(Now.ToUnixTimeMilliseconds()).Phase;

    private bool IsOver => Phase is SessionPhase.Finished or SessionPhase.Cancelled;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken token)
    {
        if (await sessions.LoadAsync(Id, token) is { } stored)
        {
            Restore(stored);
        }
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        if (_unsaved.Count > 0)
        {
            await SavePresencesAsync();
        }
    }

    /// <inheritdoc />
    public async Task<Outcome<SessionCreated>> CreateAsync(CreateSession command)
    {
        if (_session is not null)
        {
            return SessionRefusals.Exists;
        }

        var now = Now;
        if (command.StartsAt < now - StartTolerance)
        {
            return SessionRefusals.StartsInThePast;
        }

        if (command.StartsAt > now + MaxLeadTime)
        {
            return SessionRefusals.StartsTooLate;
        }

        var host = new UserId(command.UserId);
        if (await sessions.CountOpenAsync(host) >= MostOpen)
        {
            return SessionRefusals.TooManyOpen;
        }

        var session = NewSession(command, host, now);
        await DeactivateOnFailureAsync(async () =>
        {
            while (!await sessions.CreateAsync(session))
            {
                session = session with { Code = SessionCode.Next() };
            }
        });
        Restore(new StoredSession(session, [], [], []));
        await EnsureReminderAsync();
        return new SessionCreated(Id.Value, session.Code);
    }

    /// <inheritdoc />
    public Task<Outcome<SessionView>> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult<Outcome<SessionView>>(_session is { } session
        ? new SessionView(
            Id.Value,
            session.Code,
            session.ChallengeId.Value,
            session.RoutineId,
            Phase,
            session.OpensAt,
            session.StartsAt,
            session.Host?.Value,
            _room.Count)
        : SessionRefusals.Unknown);

    /// <inheritdoc />
    public Task<Outcome<SessionRoom>> GetRoomAsync(CancellationToken cancellationToken = default) => Task.FromResult<Outcome<SessionRoom>>(_session is { } session
        ? new SessionRoom(
            SnapshotAt(Now),
            session.Code,
            session.ChallengeId.Value,
            session.RoutineId,
            session.Steps,
            session.StartsAt,
            _room.Count,
            ListParticipants())
        : SessionRefusals.Unknown);

    private static SessionPlan PlanOf(SessionRecord session) =>
        new(session.OpensAt.ToUnixTimeMilliseconds(), session.StartsAt?.ToUnixTimeMilliseconds());

    private SessionRecord NewSession(CreateSession command, UserId host, DateTimeOffset now)
    {
        var startsAt = command.StartsAt?.ToUnixTimeMilliseconds();
        var plan = startsAt is { } start
            ? SessionPlan.For(start, now.ToUnixTimeMilliseconds())
            : SessionPlan.Now(now.ToUnixTimeMilliseconds());
        return new SessionRecord(
            Id,
            SessionCode.Next(),
            new ChallengeId(command.ChallengeId),
            command.RoutineId,
            command.Steps,
            host,
            DateTimeOffset.FromUnixTimeMilliseconds(plan.OpensAt),
            startsAt is { } planned ? DateTimeOffset.FromUnixTimeMilliseconds(planned) : null,
            SessionPhase.Lobby,
            CreatedAt: now,
            SeenAt: now,
            SettledAt: null);
    }

    private void Restore(StoredSession stored)
    {
        _session = stored.Session;
        _plan = PlanOf(stored.Session);
        _history = SessionHistory.Of(new Timeline(stored.Session.Steps), stored.Events);
        _isFinishSaved = stored.Session.Phase == SessionPhase.Finished && _history.State.Phase == SessionPhase.Running;
        _lastNowMs = Math.Max(_lastNowMs, _history.LastAt ?? 0);
        RestoreRoom(stored);
        StartTimers();
    }

    private TimelineSnapshot SnapshotAt(DateTimeOffset instant)
    {
        var now = instant.ToUnixTimeMilliseconds();
        var clock = History.State.PositionAt(now);
        return new TimelineSnapshot(Id.Value, History.Events.Length + (_isFinishSaved ? 1 : 0), now, clock.Phase, clock.Step, clock.Remaining);
    }
}
