using System.Diagnostics;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Server.Challenges.Import;

namespace StretchChallenge.Server.Tests.Challenges.Import;

public sealed class HolidayFileTests
{
    // 2 March to 26 April 2026, in Berlin; Easter is on 5 April.
    private static readonly ChallengeCalendar Spring = new(
        new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 26), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkDays.MondayToFriday, []);

    [Fact]
    public void Read_PublicHolidays_HasThoseOfTheChallenge() => AssertDays(
        Events(
            Event("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260102", "SUMMARY:Neujahr"),
            Event("DTSTART;VALUE=DATE:20260403", "DTEND;VALUE=DATE:20260404", "SUMMARY:Karfreitag"),
            Event("DTSTART;VALUE=DATE:20260406", "SUMMARY:Ostermontag\\, ganz"),
            Event("DTSTART;VALUE=DATE:20260501", "SUMMARY:Tag der Arbeit")),
        "2026-04-03 Karfreitag",
        "2026-04-06 Ostermontag, ganz");

    [Fact]
    public void Read_OutlookExport_WithItsOwnZonesAndFoldedLines_IsRead() => AssertDays(
        """
        BEGIN:VCALENDAR
        PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
        VERSION:2.0
        METHOD:PUBLISH
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        CLASS:PUBLIC
        DTEND;TZID="W. Europe Standard Time":20260310T000000
        DTSTART;TZID="W. Europe Standard Time":20260309T000000
        SUMMARY;LANGUAGE=de:Betriebs
         ausflug
        X-ALT-DESC;FMTTYPE=text/html:<html><body>BEGIN:VEVENT</body></html>
        BEGIN:VALARM
        TRIGGER:-PT15M
        DTSTART;VALUE=DATE:20260320
        SUMMARY:No event
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Customized Time Zone:20260311T140000
        DTEND;TZID=Customized Time Zone:20260312T090000
        SUMMARY:Umzug
        END:VEVENT
        END:VCALENDAR
        """,
        "2026-03-09 Betriebsausflug",
        "2026-03-11 Umzug",
        "2026-03-12 Umzug");

    [Fact]
    public void Read_InstantsInUtc_CountInTheChallengesZone() => AssertDays(
        Events(Event("DTSTART:20260310T233000Z", "DTEND:20260311T000000Z", "SUMMARY:Late")), "2026-03-11 Late");

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260226", "DTEND;VALUE=DATE:20260304", 2)]
    [InlineData("DTSTART;VALUE=DATE:20260424", "DURATION:P1W", 3)]
    [InlineData("DTSTART:20260310T090000", "DURATION:PT2H", 1)]
    [InlineData("DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20270101", 0)]
    public void Read_SeveralDays_HasThoseInside(string start, string end, int days) =>
        Assert.Equal(days, HolidayFile.Read(Events(Event(start, end)), Spring).Value!.Days.Length);

    [Theory]
    [InlineData("RRULE:FREQ=YEARLY", "20200403", 1)]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260320T225959Z", "20260306", 3)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4;BYHOUR=9,10;BYMINUTE=1", "20260309", 4)]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=2MO", "20200101", 2)]
    [InlineData("RRULE:FREQ=DAILY", "19300101", 56)]
    public void Read_Recurring_HasTheOccurrencesInside(string rule, string start, int days)
    {
        var file = HolidayFile.Read(Events(Event($"DTSTART;VALUE=DATE:{start}", rule)), Spring).Value!;

        Assert.Empty(file.Faults);
        Assert.Equal(days, file.Days.Length);
    }

    [Fact]
    public void Read_OccurrencesTakenOutMovedOrCalledOff_AreNotThere() => AssertDays(
        Events(
            Event("UID:1", "DTSTART;VALUE=DATE:20260306", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20260313", "SUMMARY:Friday"),
            Event("UID:1", "RECURRENCE-ID;VALUE=DATE:20260320", "DTSTART;VALUE=DATE:20260321", "SUMMARY:Saturday"),
            Event("UID:2", "DTSTART;VALUE=DATE:20260401", "STATUS:CANCELLED", "SUMMARY:Off"),
            Event("UID:3", "DTSTART;VALUE=DATE:20260402", "RDATE;VALUE=DATE:20260403,20260404", "SUMMARY:Also")),
        "2026-03-06 Friday",
        "2026-03-21 Saturday",
        "2026-03-27 Friday",
        "2026-04-02 Also",
        "2026-04-03 Also",
        "2026-04-04 Also");

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY", "impossible-recurrence")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "impossible-recurrence")]
    [InlineData("RRULE:FREQ=SOMETIMES", "impossible-recurrence")]
    [InlineData("RRULE:nonsense", "impossible-recurrence")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=-1", "")]
    public void Read_ImpossibleRule_TellsTheLine(string rule, string code)
    {
        var fault = Assert.Single(HolidayFile.Read(Events(Event("DTSTART;VALUE=DATE:20260301"), Event("DTSTART;VALUE=DATE:20260302", rule)), Spring).Value!.Faults);

        Assert.Equal(6, fault.Row);
        Assert.Contains(fault.Fault.Code, code.Length > 0 ? [code] : new[] { "impossible-recurrence", "unreadable-event" });
    }

    [Theory]
    [InlineData("SUMMARY:No date")]
    [InlineData("DTSTART;VALUE=DATE:20260231")]
    [InlineData("DTSTART:tomorrow")]
    public void Read_EventThatIsNone_TellsTheLine(string property) => Assert.Equal(
        (3, "unreadable-event"),
        Assert.Single(HolidayFile.Read(Events(Event(property)), Spring).Value!.Faults) is var fault ? (fault.Row, fault.Fault.Code) : default);

    [Fact]
    public void Read_Bombs_EndInTimeAndMemory()
    {
        string[] bombs =
        [
            Events([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:19010101", "RRULE:FREQ=DAILY", "DURATION:P366D"), 300)]),
            Events([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:19010101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), 300)]),
            Events([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=YEARLY"), 301)]),
            Events([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20260302"), CalendarFile.MostEvents + 1)]),
            "BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 80_000)),
            Events(Event($"SUMMARY:{new string('x', 900_000)}", "DTSTART;VALUE=DATE:20260302")),
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + string.Concat(Enumerable.Repeat(" a\n", 300_000)),
            Events(Event("DTSTART" + string.Concat(Enumerable.Repeat(";A=\"", 200_000)) + ":x")),
        ];
        var clock = Stopwatch.StartNew();

        foreach (var bomb in bombs)
        {
            var outcome = HolidayFile.Read(bomb, Spring);
            Assert.True(outcome.Value is null || outcome.Value.Days.Length <= 56);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), bomb[..100]);
            clock.Restart();
        }
    }

    [Theory]
    [MemberData(nameof(RandomText.Seeds), MemberType = typeof(RandomText))]
    public void Read_AnyCalendar_NeverThrows(int seed)
    {
        var outcome = HolidayFile.Read("BEGIN:VCALENDAR\n" + RandomText.Of(
            seed, "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART:20260310\n", "DTSTART;VALUE=DATE:20260310\n", "DTEND:20260309T250000\n", "RRULE:FREQ=DAILY\n",
            "RRULE:FREQ=WEEKLY;BYDAY=XX\n", " folded\n", "END:VCALENDAR\n", "SUMMARY:a\\nb\n", "DURATION:P-1D\n", "EXDATE:99999999\n", "\0", ":\n", "DTSTART;TZID=:\n"), Spring);

        Assert.True(outcome.Refusal is null != outcome.Value is null);
    }

    [Theory]
    [InlineData("date,name\n2026-04-03,Good Friday\n2027-01-01,New Year\n")]
    [InlineData("Feiertag;Datum\r\nGood Friday;03.04.2026\r\n")]
    [InlineData("Betreff;Beginnt am;Endet am\nGood Friday;3.4.2026;3.4.2026\n")]
    [InlineData("day\tholiday\n2026-04-03 00:00:00\tGood Friday")]
    public void Read_Tables_HaveDateAndName(string text) => AssertDays(text, "2026-04-03 Good Friday");

    [Fact]
    public void Read_TableWithAnEnd_HasAllDays() =>
        AssertDays("start,end,name\n2026-04-24,2026-05-02,Holidays", "2026-04-24 Holidays", "2026-04-25 Holidays", "2026-04-26 Holidays");

    [Theory]
    [InlineData("4/3/2026", "ambiguous-date")]
    [InlineData("30.02.2026", "unreadable-date")]
    [InlineData("Easter", "unreadable-date")]
    [InlineData("", "unreadable-date")]
    public void Read_TableWithNoDate_TellsTheRow(string date, string code) => Assert.Equal(
        (2, code), Assert.Single(HolidayFile.Read($"date,name\n{date},x", Spring).Value!.Faults) is var fault ? (fault.Row, fault.Fault.Code) : default);

    [Fact]
    public void Read_TheSameDayTwice_HasBothNamesOnce() => AssertDays(
        "date,name\n2026-04-03,Karfreitag\n2026-04-03,Good Friday\n2026-04-03,Karfreitag", "2026-04-03 Karfreitag · Good Friday");

    private static void AssertDays(string text, params string[] expected)
    {
        var file = HolidayFile.Read(text, Spring).Value!;
        Assert.Empty(file.Faults);
        Assert.Equal(expected, file.Days.Select(day => $"{day.Date:yyyy-MM-dd} {day.Name}"));
    }

    private static string Event(params string[] properties) => $"BEGIN:VEVENT\n{string.Join('\n', properties)}\nEND:VEVENT\n";

    private static string Events(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n";
}
