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
    public void Judge_FourFifthsPresent_IsCredited()
    {
        AssertCredited(Judge(Finished, new ClockSpan(0, 8 * Minute)));
        AssertNotPresent(Judge(Finished, new ClockSpan(0, (8 * Minute) - 1)));
    }

    [Fact]
    public void Judge_NeverThere_IsNotPresent()
    {
        AssertNotPresent(Judge(Finished));
        AssertNotPresent(Judge(Finished, new ClockSpan(-Minute, 0), new ClockSpan(10 * Minute, 11 * Minute)));
    }

    [Fact]
    public void Judge_GapsOfAMinuteInAll_CountAsPresent()
    {
        AssertCredited(Judge(Finished, Seconds(0, 200), Seconds(230, 400), Seconds(430, 480)));
        AssertNotPresent(Judge(Finished, Seconds(0, 200), Seconds(230, 400), Seconds(431, 480)));
    }

    [Fact]
    public void Judge_LongGap_ForgivesAMinuteOfIt()
    {
        AssertCredited(Judge(Finished, Seconds(0, 240), Seconds(420, 600)));
        AssertNotPresent(Judge(Finished, Seconds(0, 239), Seconds(420, 600)));
    }

    [Fact]
    public void Judge_LateOrEarlyIsNoGap_CountsAsAbsent()
    {
        AssertNotPresent(Judge(Finished, Seconds(61, 540)));
    }

    [Fact]
    public void Judge_TwoDevices_CountOnce()
    {
        AssertNotPresent(Judge(Finished, Seconds(0, 300), Seconds(100, 300)));
        AssertCredited(Judge(Finished, Seconds(200, 480), Seconds(0, 300), Seconds(250, 260)));
    }

    [Fact]
    public void Judge_AwayInThePause_CostsNothing()
    {
        var paused = Running.After((SessionCommand.Pause, 5 * Minute), (SessionCommand.Resume, 60 * Minute)).At(65 * Minute);

        AssertCredited(Judge(paused, new ClockSpan(0, 5 * Minute), new ClockSpan(60 * Minute, 65 * Minute)));
    }

    [Theory]
    [InlineData(8 * Minute, true)]
    [InlineData((8 * Minute) - 1, false)]
    public void Judge_EndedEarly_CreditsFromFourFifthsOfThePlanOn(long end, bool credited)
    {
        var verdict = Judge(Running.After((SessionCommand.End, end)), new ClockSpan(0, 10 * Minute));

        Assert.Equal(credited, verdict is AttendanceVerdict.Credited);
        Assert.Equal(!credited, verdict is AttendanceVerdict.SessionTooShort);
    }

    [Fact]
    public void Judge_TooMuchSkipped_CreditsNobody()
    {
        var session = Running.After((SessionCommand.Skip, 0), (SessionCommand.Skip, 0), (SessionCommand.Skip, 0)).At(10 * Minute);

        Assert.IsType<AttendanceVerdict.SessionTooShort>(Judge(session, new ClockSpan(0, 10 * Minute)));
        Assert.IsType<AttendanceVerdict.SessionTooShort>(Judge(SessionState.Open(new Timeline(1)).After((SessionCommand.End, 0))));
    }

    [Fact]
    public void Judge_CameBeforeHalfAndStayed_MayCatchUp()
    {
        var late = Joining.At(Running, 4 * Minute);

        var verdict = Attendance.Judge(Finished, [new ClockSpan(4 * Minute, 10 * Minute)], late);

        Assert.Equal([0, 1, 2, 3], Assert.IsType<AttendanceVerdict.CatchUp>(verdict).Steps.ToArray());
    }

    [Fact]
    public void Judge_CameBeforeHalfAndLeft_MayNot()
    {
        AssertNotPresent(Attendance.Judge(Finished, [new ClockSpan(4 * Minute, 6 * Minute)], Joining.At(Running, 4 * Minute)));
    }

    [Fact]
    public void Judge_ALittleLateButLongEnough_IsCreditedAtOnce()
    {
        AssertCredited(Attendance.Judge(Finished, [new ClockSpan(Minute, 10 * Minute)], Joining.At(Running, Minute)));
    }

    [Fact]
    public void Judge_CameAfterHalf_IsNotPresent()
    {
        AssertNotPresent(Attendance.Judge(Finished, [new ClockSpan(5 * Minute, 10 * Minute)], Joining.At(Running, 5 * Minute)));
    }

    [Fact]
    public void Judge_LookedIntoTheLobbyAndCameBackLate_JoinedLate()
    {
        var history = SessionHistory.Of(new Timeline([.. Enumerable.Repeat(Minute, 10)]), [new(SessionCommand.Start, Minute)]);

        var verdict = Attendance.Judge(history, [new ClockSpan(0, Minute - 1), new ClockSpan(5 * Minute, long.MaxValue)], 60 * Minute);

        Assert.Equal([0, 1, 2, 3], Assert.IsType<AttendanceVerdict.CatchUp>(verdict).Steps.ToArray());
    }

    [Fact]
    public void Judge_ThereFromTheLobbyOn_IsCreditedFromTheHistoryToo()
    {
        var history = SessionHistory.Of(new Timeline([.. Enumerable.Repeat(Minute, 10)]), [new(SessionCommand.Start, Minute)]);

        AssertCredited(Attendance.Judge(history, [new ClockSpan(0, long.MaxValue)], 60 * Minute));
        AssertNotPresent(Attendance.Judge(history, [], 60 * Minute));
        AssertNotPresent(Attendance.Judge(history, [new ClockSpan(0, Minute)], 60 * Minute));
    }

    [Fact]
    public void PresentTime_CountsRunningTimeAndForgivenGaps()
    {
        Assert.Equal(5 * Minute, Attendance.PresentTime(Finished, [new ClockSpan(-Minute, 2 * Minute), new ClockSpan(3 * Minute, 5 * Minute)]));
        Assert.Equal(0, Attendance.PresentTime(Finished, []));
    }

    private static AttendanceVerdict Judge(SessionState session, params ClockSpan[] presences) =>
        Attendance.Judge(session, presences, new Joining.OnTime());

    private static ClockSpan Seconds(long from, long to) => new(from * Second, to * Second);

    private static void AssertCredited(AttendanceVerdict verdict) => Assert.IsType<AttendanceVerdict.Credited>(verdict);

    private static void AssertNotPresent(AttendanceVerdict verdict) => Assert.IsType<AttendanceVerdict.NotPresent>(verdict);
}
