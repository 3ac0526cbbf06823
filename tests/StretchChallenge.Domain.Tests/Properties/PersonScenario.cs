using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>A random person in a random challenge at a random instant; reproducible by its seed.</summary>
internal sealed record PersonScenario(int Seed, PersonCalendar Calendar, DayLedger Ledger, DateTimeOffset Now)
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Asia/Beirut",
        "Africa/Cairo", "Asia/Kathmandu", "America/Havana", "Australia/Lord_Howe", "Atlantic/Azores", "UTC",
    ];

    public PersonStreak Fold => StreakFold.Fold(Calendar, Ledger, Now);

    public static PersonScenario From(int seed)
    {
        var random = new Random(seed);
        var challenge = Challenge(random);
        var calendar = Person(random, challenge);
        return new PersonScenario(seed, calendar, LedgerOf(random, calendar), Instant(random, calendar.Zone, challenge));
    }

    public static ChallengeCalendar Challenge(Random random)
    {
        var start = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        var end = start.AddDays(random.Next(4) == 0 ? random.Next(21) : 55);
        var holidays = Enumerable.Range(0, random.Next(5)).Select(_ => DayOf(random, start, end));
        return new ChallengeCalendar(start, end, Zone(random), Pattern(random), [.. holidays]);
    }

    public static PersonCalendar Person(Random random, ChallengeCalendar challenge)
    {
        var zone = Timeline(random, challenge);
        return new PersonCalendar(
            challenge,
            zone,
            random.Next(3) switch
            {
                0 => DayOf(random, challenge.Start, challenge.End),
                1 => challenge.Start.AddDays(-random.Next(20)),
                _ => challenge.Start,
            },
            random.Next(3) == 0 ? OwnPattern(random, challenge) : null,
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Range(random, challenge, longest: 9))],
            zone.NeutralDates,
            random.Next(5) == 0 ? [Range(random, challenge, longest: 20)] : []);
    }

    public static DayLedger LedgerOf(Random random, PersonCalendar calendar)
    {
        var chance = new[] { 0.1, 0.5, 0.8, 0.95 }[random.Next(4)];
        var dates = Enumerable.Range(-10, calendar.Challenge.Length + 20).Select(calendar.Challenge.Start.AddDays);
        var done = dates.Where(_ => random.NextDouble() < chance).ToImmutableHashSet();
        return new DayLedger(done, [.. done.Where(_ => random.NextDouble() < 0.15)]);
    }

    /// <summary>
    /// An instant from two days before to nine days after the challenge: a noon, a midnight, one tick before either, or (one time
    /// in three) a random second.
    /// </summary>
    public static DateTimeOffset Instant(Random random, ZoneTimeline zone, ChallengeCalendar challenge)
    {
        var date = DayOf(random, challenge.Start.AddDays(-2), challenge.End.AddDays(9));
        return random.Next(6) switch
        {
            0 => zone.NoonOf(date),
            1 => zone.NoonOf(date).AddTicks(-1),
            2 => zone.StartOf(date),
            3 => zone.StartOf(date).AddTicks(-1),
            _ => zone.StartOf(date).AddSeconds(random.Next(24 * 60 * 60)),
        };
    }

    public static DateOnly DayOf(Random random, DateOnly from, DateOnly to) => from.AddDays(random.Next(to.DayNumber - from.DayNumber + 1));

    public static DateRange Range(Random random, ChallengeCalendar challenge, int longest)
    {
        var from = DayOf(random, challenge.Start, challenge.End);
        return new DateRange(from, from.AddDays(random.Next(longest)));
    }

    private static WorkPattern OwnPattern(Random random, ChallengeCalendar challenge) =>
        new WorkPattern([]).With(WorkPattern.PlanChange(DayOf(random, challenge.Start.AddDays(-20), challenge.End), Pattern(random)))
            .With(WorkPattern.PlanChange(DayOf(random, challenge.Start, challenge.End), Pattern(random)));

    private static ZoneTimeline Timeline(Random random, ChallengeCalendar challenge)
    {
        var timeline = ZoneTimeline.Fixed(random.Next(2) == 0 ? challenge.Zone : Zone(random));
        for (var changes = random.Next(4); changes > 1; changes--)
        {
            var from = timeline.Changes.IsEmpty ? challenge.Start : timeline.DateAt(timeline.Changes[^1].EffectiveAt);
            var wish = timeline.StartOf(from).AddHours(random.Next(30 * 24));
            timeline = timeline.With(timeline.PlanChange(Zone(random), wish));
        }

        return timeline;
    }

    private static TimeZoneInfo Zone(Random random) => TimeZones.Find(Zones[random.Next(Zones.Length)]);

    private static WorkDays Pattern(Random random) => random.Next(2) == 0
        ? WorkDays.MondayToFriday
        : WorkDays.Of([.. Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0)]);

    public override string ToString() =>
        $"seed {Seed}: {Calendar.Challenge.Start:O}..{Calendar.Challenge.End:O} [{Calendar.Challenge.WorkDays}] now {Now:O} joined {Calendar.Joined:O} "
        + $"holidays [{Dates(Calendar.Challenge.Holidays)}] off [{string.Join(' ', Calendar.TimeOff)}] done [{Dates(Ledger.Done)}] reported [{Dates(Ledger.SelfReported)}]";

    private static string Dates(IEnumerable<DateOnly> dates) => string.Join(' ', dates.Order().Select(date => date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
