using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Calendars;

/// <summary>A person's planned live breaks as a calendar.</summary>
internal sealed class SessionCalendar(RoutineCatalogue catalogue, PublicLinks links)
{
    /// <summary>The content type of calendars.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Product = "-//StretchChallenge//Live breaks//EN";

    /// <summary>The calendar; the same breaks always have the same ids.</summary>
    public string Write(IEnumerable<PlannedSession> planned, HttpRequest request)
    {
        var words = CalendarWords.In(catalogue.Language);
        var calendar = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", Product)
            .Line("CALSCALE", "GREGORIAN")
            .Line("METHOD", "PUBLISH")
            .Text("X-WR-CALNAME", words.Calendar)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var entry in planned)
        {
            Write(calendar, words, entry, links.To($"/live/{entry.Session.Code}", request));
        }

        return calendar.Line("END", "VCALENDAR").ToString();
    }

    private void Write(CalendarText calendar, CalendarWords words, PlannedSession entry, Uri link)
    {
        var session = entry.Session;
        var routine = catalogue.Find(session.RoutineId)?.Name ?? words.Stretching;
        var isCancelled = session.Phase == SessionPhase.Cancelled;
        calendar
            .Line("BEGIN", "VEVENT")
            .Line("UID", $"{session.Id}@stretchchallenge")
            .Instant("DTSTAMP", session.CreatedAt)
            .Line("SEQUENCE", isCancelled ? "1" : "0")
            .Line("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
            .Instant("DTSTART", session.StartsAt!.Value)
            .Instant("DTEND", RoundedUp(session.StartsAt.Value.AddMilliseconds(session.Steps.Sum())))
            .Text("SUMMARY", $"{words.Break}: {routine}")
            .Text("DESCRIPTION", $"{entry.ChallengeName}\n{words.Join(session.Code, link)}")
            .Line("URL", link.ToString())
            .Line("TRANSP", "TRANSPARENT")
            .Line("END", "VEVENT");
    }

    // Calendars show whole minutes.
    private static DateTimeOffset RoundedUp(DateTimeOffset end) =>
        new((end.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
