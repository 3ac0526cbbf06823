using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>What the vectors do not cover: states of days, the reportable day, how long a streak is safe.</summary>
public sealed class StreakFoldTests
{
    [Fact]
    public void Days_EachKindOfDay_HasItsState()
    {
        var calendar = Person with { Challenge = Challenge with { Holidays = [March(6)] }, TimeOff = [MarchDays(9, 9), MarchDays(12, 12)] };

        var streak = StreakFold.Fold(calendar, Done(March(2), March(3), March(7)), At(11, 10));

        Assert.Equal(
            [
                DayState.Done, DayState.Done, DayState.Frozen, DayState.Frozen, DayState.Off, DayState.Done, DayState.Off,
                DayState.Off, DayState.Pending, DayState.Pending, DayState.Off, DayState.Ahead, DayState.Off, DayState.Off,
            ],
            streak.Days.Take(14).Select(day => day.State));
        Assert.Equal(56, streak.Days.Length);
        Assert.False(streak.Days[5].IsDue);
        Assert.Equal(new DayEntry(March(13), DayState.Ahead, IsDue: true), streak.Days[11]);
    }

    [Fact]
    public void Days_BeforeJoining_AreOffThoughDone()
    {
        var streak = Fold(At(4, 9), Done(March(2), March(4)), Person with { Joined = March(3) });

        Assert.Equal([DayState.Off, DayState.Pending, DayState.Done], streak.Days.Take(3).Select(day => day.State));
    }

    [Fact]
    public void SafeUntil_TheDocumentedExample_IsTodayAtNoon()
    {
        var calendar = Person with { Challenge = Challenge with { Holidays = [March(6)] }, TimeOff = [MarchDays(9, 9)] };

        var streak = StreakFold.Fold(calendar, Done(March(2), March(3)), At(11, 10));

        Assert.Equal(Utc("2026-03-11T11:00:00Z"), streak.SafeUntil);
        Assert.Equal(March(10), streak.Reportable);
    }

    [Fact]
    public void SafeUntil_TodayPending_IsTheEndOfItsGrace()
    {
        Assert.Equal(At(9, 12), Fold(At(6, 9), Done(March(2), March(3), March(4), March(5))).SafeUntil);
    }

    [Fact]
    public void SafeUntil_TodayPendingInAWeekUsedUp_IsMidnight()
    {
        var ledger = Done(March(3), March(4), March(5)).Reported(March(2));

        Assert.Equal(At(7, 0), Fold(At(6, 9), ledger).SafeUntil);
    }

    [Fact]
    public void SafeUntil_TodayDone_IsTheGraceOfTheNextDueDay()
    {
        Assert.Equal(At(4, 12), Fold(At(2, 9), Done(March(2))).SafeUntil);
    }

    [Fact]
    public void SafeUntil_APendingDayWithNothingBeforeIt_EndangersNothing()
    {
        var streak = Fold(At(3, 9), Done(March(3)));

        Assert.Equal(March(2), streak.Reportable);
        Assert.Equal(At(5, 12), streak.SafeUntil);
    }

    [Fact]
    public void SafeUntil_NoStreak_IsNever()
    {
        Assert.Null(Fold(At(4, 9), DayLedger.Empty).SafeUntil);
    }

    [Fact]
    public void SafeUntil_NothingDueAnyMore_IsNever()
    {
        Assert.Null(Fold(Utc("2026-04-24T15:00:00Z"), Done(April(24))).SafeUntil);
    }

    [Fact]
    public void NextChange_WithADayInGrace_IsItsNoonThenMidnight()
    {
        var ledger = Done(March(2));

        Assert.Equal(At(4, 12), Fold(At(4, 9), ledger).NextChange);
        Assert.Equal(At(5, 0), Fold(At(4, 12), ledger).NextChange);
    }

    [Fact]
    public void NextChange_BeforeAChangeOfZone_IsItsInstant()
    {
        var change = new ZoneChange(At(4, 20), "Europe/Paris", Neutralises: false);

        Assert.Equal(change.EffectiveAt, Fold(At(4, 13), DayLedger.Empty, Person with { Zone = Person.Zone.With(change) }).NextChange);
    }

    [Fact]
    public void NextChange_ChallengeSettled_IsNever()
    {
        Assert.NotNull(Fold(Utc("2026-04-26T21:59:59Z"), DayLedger.Empty).NextChange);
        Assert.Null(Fold(Utc("2026-04-26T22:00:00Z"), DayLedger.Empty).NextChange);
    }

    [Fact]
    public void NextChange_DoneAfterTheEnd_IsMidnight()
    {
        Assert.Equal(
            Utc("2026-05-04T22:00:00Z"),
            Fold(Utc("2026-05-04T09:00:00Z"), Done(new DateOnly(2026, 5, 4))).NextChange);
    }

    [Fact]
    public void Fold_FlyingToTokyo_TheShortenedDayCostsNothing()
    {
        var zone = Person.Zone.With(Person.Zone.PlanChange(TimeZones.Find("Asia/Tokyo"), At(3, 9)));
        var calendar = Person with { Zone = zone, Neutral = zone.NeutralDates };

        var streak = Fold(Utc("2026-03-05T00:00:00Z"), Done(March(2), March(3), March(5)), calendar);

        Assert.Equal((3, 2, 0), (streak.Current, streak.Freezes, streak.Totals.PendingDue));
        Assert.Equal(DayState.Off, streak.Days[2].State);
    }

    [Fact]
    public void Fold_FlyingToNewYork_TheLongDayStaysToday()
    {
        var zone = Person.Zone.With(Person.Zone.PlanChange(TimeZones.Find("America/New_York"), At(3, 9)));

        var streak = Fold(At(4, 5), Done(March(2)), Person with { Zone = zone });

        Assert.Equal(TodayState.Pending, streak.Today);
        Assert.Equal([March(3)], streak.Pending);
    }

    [Fact]
    public void Fold_AwayForAWeekAndBack_TheDaysBetweenAreOff()
    {
        var streak = Fold(At(11, 13), Done(March(2), March(3), March(11)), Person with { Absences = [MarchDays(4, 10)] });

        Assert.Equal((3, 3, 3), (streak.Current, streak.Due, streak.DoneDue));
    }

    [Fact]
    public void Percent_PendingDaysLeftOut_RoundsDown()
    {
        var streak = Fold(At(5, 9), Done(March(2), March(3)));

        Assert.Equal((4, 2, 2), (streak.Due, streak.Totals.PendingDue, streak.Totals.SettledDue));
        Assert.Equal(100, streak.Totals.Percent);
        Assert.Equal(66, Fold(At(5, 12), Done(March(2), March(3))).Totals.Percent);
        Assert.Equal(0, Fold(At(2, 9), DayLedger.Empty).Totals.Percent);
    }

    private static PersonStreak Fold(DateTimeOffset now, DayLedger ledger, PersonCalendar? calendar = null) =>
        StreakFold.Fold(calendar ?? Person, ledger, now);
}
