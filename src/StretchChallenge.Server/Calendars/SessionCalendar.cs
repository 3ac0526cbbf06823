using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Calendars;

/// <summary>
/// Writes a person's planned live breaks as an iCalendar feed (RFC 5545). Each break is one instant in UTC, so no program needs
/// to know the rules of a time zone.
/// </summary>
internal sealed class SessionCalendar(RoutineCatalogue catalogue, PublicLinks links)
{
    /// <summary>The feed's content type.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Product = "-//StretchChallenge//Live breaks//EN";
    private const string RefreshInterval = "PT1H";
    private const string LineBreak = "\r\n";
    private const int MaxLineBytes = 75;

    // RFC 5545 wants at least one component; some programs refuse a calendar without any.
    private const string EmptyCalendar = """
        BEGIN:VTIMEZONE
        TZID:Etc/UTC
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0000
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
        """;

    /// <summary>The feed in the language of the request. A break has the same UID each time.</summary>
    public string Write(IEnumerable<PlannedSession> planned, HttpRequest request)
    {
        var texts = CalendarTexts.In(catalogue.Language);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", RefreshInterval);
        refresh.AddParameter("VALUE", "DURATION");
        var calendar = new Calendar { ProductId = Product, Scale = "GREGORIAN", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", texts.Calendar);
        calendar.AddProperty(refresh);
        calendar.AddProperty("X-PUBLISHED-TTL", RefreshInterval);
        calendar.Events.AddRange(planned.Select(entry => EventOf(entry, texts, links.To($"/live/{entry.Session.Code}", request))));
        return calendar.Events.Count > 0
            ? Serialize(calendar)
            : Serialize(calendar).Replace("END:VCALENDAR", EmptyCalendar.ReplaceLineEndings(LineBreak), StringComparison.Ordinal);
    }

    /// <summary>The calendar's text, in lines of at most 75 bytes, without control characters other than the line breaks.</summary>
    /// <remarks>
    /// Ical.Net 5.2 may fold a line between the two surrogates of a character beyond U+FFFF, such as an emoji, which
    /// destroys it in UTF-8. So the lines are unfolded and folded again here.
    /// </remarks>
    internal static string Serialize(Calendar calendar)
    {
        var folded = new StringBuilder();
        var text = new CalendarSerializer(calendar).SerializeToString()!.Replace($"{LineBreak} ", "", StringComparison.Ordinal);
        foreach (var line in text.Split(LineBreak, StringSplitOptions.RemoveEmptyEntries))
        {
            Fold(line, folded);
        }

        return folded.ToString();
    }

    private static void Fold(string line, StringBuilder folded)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (bytes + rune.Utf8SequenceLength > MaxLineBytes)
            {
                folded.Append(LineBreak).Append(' ');
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        folded.Append(LineBreak);
    }

    private CalendarEvent EventOf(PlannedSession entry, CalendarTexts texts, Uri link)
    {
        var session = entry.Session;
        var startsAt = session.StartsAt!.Value;
        var isCancelled = session.Phase == SessionPhase.Cancelled;
        // Earlier versions did not note when a break was called off; its grain was alive then.
        var changedAt = session.ChangedAt ?? (isCancelled ? session.SeenAt : session.CreatedAt);
        return new CalendarEvent
        {
            Uid = $"{session.Id}@stretchchallenge",
            DtStamp = Utc(changedAt),
            Created = Utc(session.CreatedAt),
            LastModified = Utc(changedAt),
            Sequence = Math.Max(session.Revision, isCancelled ? 1 : 0),
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStart = Utc(startsAt),
            DtEnd = Utc(RoundedUp(startsAt.AddMilliseconds(session.Steps.Sum()))),
            Summary = $"{(isCancelled ? $"{texts.CalledOff}: " : "")}{texts.Break}: {catalogue.Find(session.RoutineId)?.Name ?? texts.Stretching}",
            Description = $"{entry.ChallengeName}\n{texts.Join(session.Code, link)}",
            Url = link,
            Transparency = TransparencyType.Transparent,
        };
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime);

    // Calendar programs show whole minutes.
    private static DateTimeOffset RoundedUp(DateTimeOffset end) =>
        new((end.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    /// <summary>The feed's texts in one language.</summary>
    /// <param name="Calendar">The calendar's name.</param>
    /// <param name="Break">The title of a live break, before the routine's name.</param>
    /// <param name="CalledOff">Stands before the title of a break that was called off.</param>
    /// <param name="Stretching">Stands for the name of a routine that no longer exists.</param>
    /// <param name="Join">How to join, from the break's code and link.</param>
    private sealed record CalendarTexts(string Calendar, string Break, string CalledOff, string Stretching, Func<string, Uri, string> Join)
    {
        private static readonly CalendarTexts English = new(
            "Stretch breaks", "Stretch break", "Called off", "Stretching", (code, link) => $"Join with the code {code}, or here: {link}");

        private static readonly CalendarTexts German = new(
            "Dehnpausen", "Dehnpause", "Abgesagt", "Dehnen", (code, link) => $"Mach mit: Code {code}, oder hier: {link}");

        /// <summary>The texts of a two-letter language code; English for unknown ones.</summary>
        public static CalendarTexts In(string language) => language == "de" ? German : English;
    }
}
