using System.Collections.Immutable;
using System.Diagnostics;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.Benchmarks.Standings;

/// <summary>
/// The person boards of one challenge in its fifth week, ids and names included: the memory of a person, a midnight at which
/// everybody is folded again, and a check-in with the rank it gives where many are tied.
/// </summary>
internal sealed class BoardMeasure(int people) : IMeasure
{
    private const int PeopleInSlice = 2_048;
    private const int CheckIns = 2_000;
    private const double MostBytes = 200;
    private const double MostFoldMicroseconds = 2;
    private const double MostCheckInMicroseconds = 200;
    private const double MostSliceMilliseconds = 20;

    private static readonly string[] ZoneIds = ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney"];
    private static readonly string[] GivenNames = ["Ana", "Benedikt", "Chiara", "Dmitri", "Elisabeth", "Fatima", "Gustav", "Hiroko"];
    private static readonly string[] FamilyNames = ["Andersson", "Baumgartner", "Costa", "Dietrich", "Eriksen", "Fontaine", "Kim", "Okonkwo"];

    private readonly ChallengeCalendar _challenge = new(
        new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 26), TimeZones.Find("Europe/Berlin"), WorkDays.MondayToFriday, [new DateOnly(2026, 4, 3)]);

    private readonly Random _random = new(7);

    /// <summary>A very large company, and a million people. In small ones the fixed cost of a board, 80 KB, is most of it.</summary>
    public static IEnumerable<IMeasure> Sizes => new[] { 100_000, 1_000_000 }.Select(people => new BoardMeasure(people));

    /// <inheritdoc />
    public string Name => $"boards-{people}";

    /// <inheritdoc />
    public string Title => $"Person boards of {people:N0} people";

    /// <inheritdoc />
    public Task<IReadOnlyList<Figure>> RunAsync()
    {
        var evening = new DateTimeOffset(2026, 4, 1, 20, 0, 0, TimeSpan.Zero);
        ImmutableArray<ZoneTimeline> zones = [.. ZoneIds.Select(id => ZoneTimeline.Fixed(TimeZones.Find(id)))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var boards = new PeopleBoards(_challenge, people);
        for (var person = 0; person < people; person++)
        {
            boards.Put(Person(zones[_random.Next(zones.Length)], person));
        }

        boards.Refresh(evening, _challenge.EndOfYesterday(evening));
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        var midnight = Midnight(boards, evening.AddHours(2));
        var checkIn = CheckIn(boards, evening.AddHours(2));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.AtMost("bytes a person", (double)bytes / people, MostBytes, "0"),
            Figure.AtMost("midnight: longest slice, ms", midnight.Longest.TotalMilliseconds, MostSliceMilliseconds, "0.0"),
            Figure.AtMost("midnight: a person, µs", midnight.Total.TotalMicroseconds / people, MostFoldMicroseconds, "0.00"),
            Figure.AtMost("check-in, rank and 100 rows, µs", checkIn.TotalMicroseconds / CheckIns, MostCheckInMicroseconds, "0.0"),
        ]);
    }

    private BoardPerson Person(ZoneTimeline zone, int number)
    {
        var id = new Guid(number, 0, 0, [.. Enumerable.Range(0, 8).Select(_ => (byte)_random.Next(256))]);
        var calendar = PersonCalendar.For(_challenge, zone) with
        {
            TimeOff = _random.Next(5) == 0 ? [new DateRange(new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 13))] : [],
        };
        return new BoardPerson(
            new UserId(id.ToString("N")),
            $"{GivenNames[_random.Next(GivenNames.Length)]} {FamilyNames[_random.Next(FamilyNames.Length)]}",
            IsListed: true,
            IsAway: false,
            calendar,
            new DayLedger([.. _challenge.Dates.Take(31).Where(_ => _random.Next(10) > 0)], []).In(_challenge, 0),
            [new TeamMembership(new TeamId($"team{number % 1_000}"), DateRange.Since(_challenge.Start))]);
    }

    private (TimeSpan Longest, TimeSpan Total) Midnight(PeopleBoards boards, DateTimeOffset now)
    {
        var (longest, total) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var done = false; !done;)
        {
            var started = Stopwatch.GetTimestamp();
            done = boards.Refresh(now, _challenge.EndOfYesterday(now), PeopleInSlice);
            var slice = Stopwatch.GetElapsedTime(started);
            total += slice;
            longest = slice > longest ? slice : longest;
        }

        return (longest, total);
    }

    private TimeSpan CheckIn(PeopleBoards boards, DateTimeOffset now)
    {
        var ids = boards.Top(BoardKind.PersonStreak, CheckIns).Select(row => row.Id).ToArray();
        var ledger = new DayLedger([.. _challenge.Dates.Take(32)], []);
        var started = Stopwatch.GetTimestamp();
        foreach (var id in ids)
        {
            boards.SetDays(id, ledger);
            boards.Refresh(now, _challenge.EndOfYesterday(now), PeopleInSlice);
            _ = boards.Own(BoardKind.PersonStreak, id);
            _ = boards.Around(BoardKind.PersonStreak, id, 5);
            _ = boards.Top(BoardKind.PersonStreak, 100);
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
