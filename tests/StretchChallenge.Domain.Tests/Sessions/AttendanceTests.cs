using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>Rule 12, with a session of ten minutes that starts at 0.</summary>
public sealed class AttendanceTests
{
    private const long Second = 1_000;
    private const long Minute = 60 * Second;

    private static readonly SessionState Running = SessionState.Open(new Timeline(Enumerable.Repeat(Minute, 10))).After((SessionCommand.Start, 0));
    private static readonly SessionState Finished = Running.At(10 * Minute);

    [Fact]
    public void Evaluate_FourFifthsPresent_IsCredited()
    {
        AssertCredited(Evaluate(Finished, new TimeInterval(0, 8 * Minute)));
        AssertNotPresent(Evaluate(Finished, new TimeInterval(0, (8 * Minute) - 1)));
    }

    [Fact]
    public void Evaluate_NeverThere_IsNotPresent()
    {
        AssertNotPresent(Evaluate(Finished));
        AssertNotPresent(Evaluate(Finished, new TimeInterval(-Minute, 0), new TimeInterval(10 * Minute, 11 * Minute)));
    }

    [Fact]
    public void Evaluate_GapsOfAMinuteInAll_CountAsPresent()
    {
        AssertCredited(Evaluate(Finished, Seconds(0, 200), Seconds(230, 400), Seconds(430, 480)));
        AssertNotPresent(Evaluate(Finished, Seconds(0, 200), Seconds(230, 400), Seconds(431, 480)));
    }

    [Fact]
    public void Evaluate_LongGap_ForgivesAMinuteOfIt()
    {
        AssertCredited(Evaluate(Finished, Seconds(0, 240), Seconds(420, 600)));
        AssertNotPresent(Evaluate(Finished, Seconds(0, 239), Seconds(420, 600)));
    }

    [Fact]
    public void Evaluate_LateOrEarlyIsNoGap_CountsAsAbsent()
    {
        AssertNotPresent(Evaluate(Finished, Seconds(61, 540)));
    }

    [Fact]
    public void Evaluate_TwoDevices_CountOnce()
    {
        AssertNotPresent(Evaluate(Finished, Seconds(0, 300), Seconds(100, 300)));
        AssertCredited(Evaluate(Finished, Seconds(200, 480), Seconds(0, 300), Seconds(250, 260)));
    }

    [Fact]
    public void Evaluate_AwayInThePause_CostsNothing()
    {
        var paused = Running.After((SessionCommand.Pause, 5 * Minute), (SessionCommand.Resume, 60 * Minute)).At(65 * Minute);

        AssertCredited(Evaluate(paused, new TimeInterval(0, 5 * Minute), new TimeInterval(60 * Minute, 65 * Minute)));
    }

    [Theory]
    [InlineData(8 * Minute, true)]
    [InlineData((8 * Minute) - 1, false)]
    public void Evaluate_EndedEarly_CreditsFromFourFifthsOfThePlanOn(long end, bool credited)
    {
        var verdict = Evaluate(Running.After((SessionCommand.End, end)), new TimeInterval(0, 10 * Minute));

        Assert.Equal(credited, verdict is AttendanceResult.Credited);
        Assert.Equal(!credited, verdict is AttendanceResult.SessionTooShort);
    }

    [Fact]
    public void Evaluate_TooMuchSkipped_CreditsNobody()
    {
        var session = Running.After((SessionCommand.Skip, 0), (SessionCommand.Skip, 0), (SessionCommand.Skip, 0)).At(10 * Minute);

        Assert.IsType<AttendanceResult.SessionTooShort>(Evaluate(session, new TimeInterval(0, 10 * Minute)));
        Assert.IsType<AttendanceResult.SessionTooShort>(Evaluate(SessionState.Open(new Timeline(1)).After((SessionCommand.End, 0))));
    }

    [Fact]
    public void Evaluate_CameBeforeHalfAndStayed_MayCatchUp()
    {
        var late = JoinOutcome.At(Running, 4 * Minute);

        var verdict = Attendance.Evaluate(Finished, [new TimeInterval(4 * Minute, 10 * Minute)], late);

        Assert.Equal([0, 1, 2, 3], Assert.IsType<AttendanceResult.CatchUp>(verdict).Steps.ToArray());
    }

    [Fact]
    public void Evaluate_CameBeforeHalfAndLeft_MayNot()
    {
        AssertNotPresent(Attendance.Evaluate(Finished, [new TimeInterval(4 * Minute, 6 * Minute)], JoinOutcome.At(Running, 4 * Minute)));
    }

    [Fact]
    public void Evaluate_ALittleLateButLongEnough_IsCreditedAtOnce()
    {
        AssertCredited(Attendance.Evaluate(Finished, [new TimeInterval(Minute, 10 * Minute)], JoinOutcome.At(Running, Minute)));
    }

    [Fact]
    public void Evaluate_CameAfterHalf_IsNotPresent()
    {
        AssertNotPresent(Attendance.Evaluate(Finished, [new TimeInterval(5 * Minute, 10 * Minute)], JoinOutcome.At(Running, 5 * Minute)));
    }

    [Fact]
    public void Evaluate_LookedIntoTheLobbyAndCameBackLate_JoinedLate()
    {
        var history = SessionHistory.Of(new Timeline([.. Enumerable.Repeat(Minute, 10)]), [new(SessionCommand.Start, Minute)]);

        var verdict = Attendance.Evaluate(history, [new TimeInterval(0, Minute - 1), new TimeInterval(5 * Minute, long.MaxValue)], 60 * Minute);

        Assert.Equal([0, 1, 2, 3], Assert.IsType<AttendanceResult.CatchUp>(verdict).Steps.ToArray());
    }

    [Fact]
    public void Evaluate_ThereFromTheLobbyOn_IsCreditedFromTheHistoryToo()
    {
        var history = SessionHistory.Of(new Timeline([.. Enumerable.Repeat(Minute, 10)]), [new(SessionCommand.Start, Minute)]);

        AssertCredited(Attendance.Evaluate(history, [new TimeInterval(0, long.MaxValue)], 60 * Minute));
        AssertNotPresent(Attendance.Evaluate(history, [], 60 * Minute));
        AssertNotPresent(Attendance.Evaluate(history, [new TimeInterval(0, Minute)], 60 * Minute));
    }

    [Fact]
    public void PresenceIn_ASession_IsTheRunningTimeAndForgivenGaps()
    {
        var presence = Attendance.PresenceIn(Finished, [Seconds(-60, 120), Seconds(150, 200), Seconds(300, 400)], fromJoining: false);

        Assert.Equal([Seconds(0, 230), Seconds(300, 400)], presence.Intervals.AsEnumerable());
        Assert.Equal((330 * Second, 10 * Minute), (presence.Total, presence.Ran));
        Assert.Equal(0, Attendance.PresenceIn(Finished, [], fromJoining: false).Total);
    }

    [Fact]
    public void PresenceIn_FromJoining_MeasuresAgainstTheRest()
    {
        Assert.Equal(6 * Minute, Attendance.PresenceIn(Finished, [Seconds(240, 600)], fromJoining: true).Ran);
        Assert.Equal(0, Attendance.PresenceIn(Finished, [], fromJoining: true).Ran);
    }

    private static AttendanceResult Evaluate(SessionState session, params TimeInterval[] presences) =>
        Attendance.Evaluate(session, presences, new JoinOutcome.OnTime());

    private static TimeInterval Seconds(long from, long to) => new(from * Second, to * Second);

    private static void AssertCredited(AttendanceResult verdict) => Assert.IsType<AttendanceResult.Credited>(verdict);

    private static void AssertNotPresent(AttendanceResult verdict) => Assert.IsType<AttendanceResult.NotPresent>(verdict);
}
