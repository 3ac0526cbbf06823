using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>A day of an event.</summary>
internal sealed record DayOfEvent(DateOnly Date, string Name);

/// <summary>
/// The days of a calendar's events (RFC 5545) within a challenge, as calendar programs and public lists of holidays export them.
/// An event counts on the dates as they are written, in whichever zone; instants in UTC count in the challenge's zone.
/// </summary>
/// <remarks>
/// Only the few properties that tell dates and names are handed to Ical.Net, event by event: zones, alarms, attachments and whatever
/// else is nested in a calendar is passed over. What recurs is worked out on whole days, at most daily and within a time limit.
/// </remarks>
internal static partial class CalendarFile
{
    /// <summary>The most events.</summary>
    public const int MostEvents = 5000;

    private const int MostRecurring = 300;
    private const int LongestEvent = 366;
    private const int MostOccurrences = LongestEvent + ChallengeCalendar.LengthInDays;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(3);

    // A rule for 29 February as days in a year's rhythm finds nothing for four years.
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 3000 };

    /// <summary>Reads the events.</summary>
    /// <param name="text">The file.</param>
    /// <param name="challenge">Which days count, and the zone of instants in UTC.</param>
    public static Outcome<CalendarDays> Read(string text, ChallengeCalendar challenge)
    {
        var events = WrittenEvent.ReadAll(text);
        if (events.Count > MostEvents)
        {
            return ImportRefusals.TooManyRows(MostEvents);
        }

        if (events.Count(one => one.Rule is not null) > MostRecurring)
        {
            return ImportRefusals.CalendarTooComplex;
        }

        // An occurrence that was moved or called off by itself replaces that of its series.
        var replaced = events.Where(one => one.Replaces is not null).ToLookup(one => one.Uid, one => one.Replaces!.Value);
        var (days, faults) = (ImmutableArray.CreateBuilder<DayOfEvent>(), ImmutableArray.CreateBuilder<RowFault>());
        var clock = Stopwatch.StartNew();
        foreach (var one in events)
        {
            if (clock.Elapsed > TimeLimit)
            {
                return ImportRefusals.CalendarTooComplex;
            }

            try
            {
                var except = one.Replaces is null ? replaced[one.Uid] : [];
                days.AddRange(DaysOf(one, challenge, [.. except, .. one.Except]));
            }
            catch (EvaluationException)
            {
                faults.Add(new RowFault(one.Line, ImportRefusals.ImpossibleRecurrence("event")));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Ical.Net throws exceptions of many sorts for what is no date or no rule.
                faults.Add(new RowFault(one.Line, ImportRefusals.UnreadableEvent("event")));
            }
        }

        return new CalendarDays(events.Count, days.ToImmutable(), faults.ToImmutable());
    }

    private static IEnumerable<DayOfEvent> DaysOf(WrittenEvent written, ChallengeCalendar challenge, HashSet<DateOnly> except)
    {
        if (Calendar.Load(written.Text)?.Events is not [{ DtStart: { } start } read])
        {
            throw new FormatException("The event has no start.");
        }

        if (string.Equals(read.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var first = DateIn(challenge, start);
        var length = Math.Clamp(LengthOf(read, first, challenge), 1, LongestEvent);
        return StartsOf(first, length, written, challenge)
            .Where(date => !except.Contains(date))
            .SelectMany(date => Enumerable.Range(0, length).Select(date.AddDays))
            .Where(challenge.Contains)
            .Distinct()
            .Select(date => new DayOfEvent(date, read.Summary ?? ""));
    }

    private static IEnumerable<DateOnly> StartsOf(DateOnly first, int length, WrittenEvent written, ChallengeCalendar challenge)
    {
        if (written.Rule is not { } rule)
        {
            return [first, .. written.Also];
        }

        var from = challenge.Start.AddDays(1 - length);
        var series = new CalendarEvent { DtStart = new CalDateTime(first), RecurrenceRule = new(OnDays(rule)) };
        return
        [
            .. series.GetOccurrences(new CalDateTime(from), Bounded)
                .Select(occurrence => occurrence.Period.StartTime.Date)
                .TakeWhile(date => date <= challenge.End)
                .Take(MostOccurrences),
            .. written.Also,
        ];
    }

    // The last day is not part of an event that ends at its beginning.
    private static int LengthOf(CalendarEvent read, DateOnly first, ChallengeCalendar challenge)
    {
        if (read.DtEnd is { } end)
        {
            var last = DateIn(challenge, end);
            return last.DayNumber - first.DayNumber + (end.HasTime && TimeOf(challenge, end) > TimeOnly.MinValue ? 1 : 0);
        }

        return read.Duration is { } length
            ? (int)Math.Min(((long)(length.Weeks ?? 0) * 7) + (length.Days ?? 0) + ((length.Hours ?? 0) / 24L), LongestEvent)
            : 1;
    }

    private static DateOnly DateIn(ChallengeCalendar challenge, CalDateTime written) => DateOnly.FromDateTime(LocalOf(challenge, written));

    private static TimeOnly TimeOf(ChallengeCalendar challenge, CalDateTime written) => TimeOnly.FromDateTime(LocalOf(challenge, written));

    private static DateTime LocalOf(ChallengeCalendar challenge, CalDateTime written) => written is { HasTime: true, IsUtc: true }
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(written.Value, DateTimeKind.Utc), challenge.Zone)
        : written.Value;

    // Whole days need neither times of day nor the instant of the end.
    private static string OnDays(string rule)
    {
        var parts = rule.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!parts.Any(part => DailyAtMost().IsMatch(part)) || parts.Any(part => Interval().IsMatch(part) && !Forward().IsMatch(part)))
        {
            throw new EvaluationLimitExceededException();
        }

        return string.Join(';', parts.Where(part => !OfTheDay().IsMatch(part)).Select(part => EndOfSeries().Replace(part, "$1")));
    }

    [GeneratedRegex("^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$", RegexOptions.IgnoreCase)]
    private static partial Regex DailyAtMost();

    [GeneratedRegex("^INTERVAL", RegexOptions.IgnoreCase)]
    private static partial Regex Interval();

    [GeneratedRegex("^INTERVAL=0*[1-9][0-9]{0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Forward();

    [GeneratedRegex("^BY(HOUR|MINUTE|SECOND)=", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheDay();

    [GeneratedRegex("^(UNTIL=[0-9]{8})T.*$", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfSeries();
}

/// <summary>The days of a calendar's events within a challenge.</summary>
/// <param name="Events">How many events it has.</param>
/// <param name="Days">The days, in the order of the events.</param>
/// <param name="Faults">What could not be read; the rows are those of the file's lines at which the events begin.</param>
internal sealed record CalendarDays(int Events, ImmutableArray<DayOfEvent> Days, ImmutableArray<RowFault> Faults);
