using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
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
    private SteadyClock? _clock;

    private SessionId Id => new(this.GetPrimaryKeyString());

    private SessionHistory History => _history!;

    private SteadyClock Clock => _clock ??= new SteadyClock(time);

    /// <summary>
    /// The session's clock in whole milliseconds. A correction of the machine's clock moves nobody in a break; until somebody
    /// comes, the session follows it.
    /// </summary>
    private DateTimeOffset Now
    {
        get
        {
            if (_room.Count == 0 && _history is null or { State.Phase: SessionPhase.Lobby })
            {
                Clock.Synchronise();
            }

            return DateTimeOffset.FromUnixTimeMilliseconds(Clock.Now.ToUnixTimeMilliseconds());
        }
    }

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
            return SessionRefusals.SessionExists;
        }

        var now = Now;
        if (RefuseStart(command.StartsAt, now) is { } refusal)
        {
            return refusal;
        }

        var session = NewSession(command, new UserId(command.UserId), now);
        var (insertion, code) = await InsertAsync(session, new SessionLimits(MostOpen, command.MostPlanned));
        if (insertion != SessionInsertion.Created)
        {
            return insertion == SessionInsertion.TooManyPlanned ? SessionRefusals.TooManyPlanned(HostRules.MostPlannedByParticipant) : SessionRefusals.TooManySessions(MostOpen);
        }

        Restore(new StoredSession(session with { Code = code }, [], [], []));
        await EnsureReminderAsync();
        return new SessionCreated(Id.Value, code);
    }

    /// <inheritdoc />
    public Task<Outcome<SessionView>> GetAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<Outcome<SessionView>>(_session is { } session ? ViewOf(session) : SessionRefusals.UnknownSession);

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
        {
            WasHosted = WasHosted,
        }
        : SessionRefusals.UnknownSession);

    /// <inheritdoc />
    public Task<double> ReadClockAsync() => Task.FromResult((Now - DateTimeOffset.UnixEpoch).TotalMilliseconds);

    private SessionView ViewOf(SessionRecord session) => new(
        Id.Value,
        session.Code,
        session.ChallengeId.Value,
        session.RoutineId,
        Phase,
        session.OpensAt,
        session.StartsAt,
        session.Host?.Value,
        _room.Count);

    private async Task<(SessionInsertion Insertion, string Code)> InsertAsync(SessionRecord session, SessionLimits limits)
    {
        while (true)
        {
            var insertion = await DeactivateOnFailureAsync(() => sessions.CreateAsync(session, limits));
            if (insertion != SessionInsertion.CodeTaken)
            {
                return (insertion, session.Code);
            }

            session = session with { Code = SessionCode.Next() };
        }
    }

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

    private static Refusal? RefuseStart(DateTimeOffset? startsAt, DateTimeOffset now) =>
        startsAt < now - StartTolerance ? SessionRefusals.StartsInThePast
        : startsAt > now + MaxLeadTime ? ChallengeRefusals.StartsTooLate("startsAt")
        : null;

    private void Restore(StoredSession stored)
    {
        _session = stored.Session;
        _scheduledHosts = stored.ScheduledHosts;
        _plan = PlanOf(stored.Session);
        _history = SessionHistory.Of(new Timeline(stored.Session.Steps), stored.Events);
        _isFinishSaved = stored.Session.Phase == SessionPhase.Finished && _history.State.Phase == SessionPhase.Running;
        Clock.Synchronise(earliest: Math.Max(_history.LastAt ?? 0, stored.Session.SeenAt.ToUnixTimeMilliseconds()));
        RestoreRoom(stored);
        StartTimers();
    }

    private TimelineSnapshot SnapshotAt(DateTimeOffset instant)
    {
        var now = instant.ToUnixTimeMilliseconds();
        var clock = History.State.PositionAt(now);
        return new TimelineSnapshot(Id.Value, History.Events.Length + (_isFinishSaved ? 1 : 0), now, clock.Phase, clock.Step, clock.Remaining)
        {
            ElapsedMs = clock.Elapsed,
        };
    }
}
