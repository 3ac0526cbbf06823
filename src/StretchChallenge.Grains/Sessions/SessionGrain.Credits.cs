using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Credits for participants (rule 12), and the steps that late-comers may catch up on (rule 25).</summary>
internal sealed partial class SessionGrain
{
    /// <summary>How many user grains are called at once.</summary>
    private const int MaxConcurrentCredits = 64;

    private IGrainTimer? _settleTimer;
    private bool _isSettling;

    private DateTimeOffset StartedAt => DateTimeOffset.FromUnixTimeMilliseconds(Finished.RunIntervals[0].From);

    private DateTimeOffset EndedAt => DateTimeOffset.FromUnixTimeMilliseconds(Finished.RunIntervals[^1].To);

    private SessionState Finished => History.State.At(Now.ToUnixTimeMilliseconds());

    /// <inheritdoc />
    public Task<Outcome<SessionCatchUp>> GetCatchUpAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(CatchUpOf(userId));

    private Outcome<SessionCatchUp> CatchUpOf(string userId)
    {
        if (_session is not { } session || _room.FindMember(userId) is not { } attendee)
        {
            return SessionRefusals.UnknownSession;
        }

        if (!IsOver)
        {
            return SessionRefusals.CatchUpLater;
        }

        if (EvaluateAttendance(attendee) is not AttendanceResult.CatchUp(var steps))
        {
            return SessionRefusals.NothingToCatchUp;
        }

        return Now < EndedAt + CheckInRules.CatchUpStartWindow
            ? new SessionCatchUp(
                session.RoutineId,
                steps,
                [.. steps.Select(step => session.Steps[step])],
                new CaughtUpSession(Id.Value, StartedAt, PresenceOf(attendee, fromJoining: true)))
            : SessionRefusals.CatchUpOver;
    }

    private AttendanceResult EvaluateAttendance(Attendee attendee) =>
        Attendance.Evaluate(History, attendee.Spans, Now.ToUnixTimeMilliseconds());

    // Interleaves, so that people can still join and leave while credits are given.
    private void StartSettling() => _settleTimer = this.RegisterGrainTimer(
        SettleAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });

    private void ScheduleSettling(TimeSpan wait)
    {
        if (_session!.SettledAt is null && !_isSettling)
        {
            _settleTimer?.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task SettleAsync()
    {
        if (_isSettling || _session!.SettledAt is not null || _awaitsReconnects)
        {
            return;
        }

        _isSettling = true;
        var isDone = false;
        try
        {
            isDone = await TrySettleAsync();
        }
        catch (Exception exception)
        {
            // A user grain or the store is unavailable. Credits are idempotent, so all of them are retried.
            LogSettlingFailed(exception);
        }

        _isSettling = false;
        if (!isDone)
        {
            ScheduleSettling(RetryDelay);
        }
    }

    private async Task<bool> TrySettleAsync()
    {
        // Saved first, so that a retry after a crash evaluates the same presences.
        await SavePresencesAsync();
        var credits = Finished.Phase == SessionPhase.Cancelled ? [] : CreditsDue();
        foreach (var batch in credits.Chunk(MaxConcurrentCredits))
        {
            var answers = await Task.WhenAll(batch.Select(credit =>
                GrainFactory.GetGrain<IUserGrain>(credit.UserId).CreditLiveAsync(credit.CheckIn)));
            if (answers.Any(answer => answer.Refusal is { Kind: RefusalKind.Busy }))
            {
                return false;
            }
        }

        var now = Now;
        await DeactivateOnFailureAsync(() => sessions.SettleAsync(Id, now));
        _session = _session! with { SettledAt = now };
        return true;
    }

    private (string UserId, LiveCheckIn CheckIn)[] CreditsDue()
    {
        var (routine, startedAt) = (_session!.RoutineId, StartedAt);
        return
        [
            .. from attendee in _room.Attendees
               where attendee.Record.User is not null && EvaluateAttendance(attendee) is AttendanceResult.Credited
               let presence = PresenceOf(attendee, fromJoining: false)
               select (attendee.Record.User!.Value.Value, new LiveCheckIn(Id.Value, routine, startedAt, presence)),
        ];
    }

    private LivePresence PresenceOf(Attendee attendee, bool fromJoining) =>
        Attendance.PresenceIn(Finished, attendee.Spans, fromJoining).ToContract();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Crediting a live break failed and will be retried.")]
    private partial void LogSettlingFailed(Exception exception);
}
