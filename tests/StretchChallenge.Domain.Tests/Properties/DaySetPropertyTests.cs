using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Sets of days against sets of numbers.</summary>
public sealed class DaySetPropertyTests
{
    [Fact]
    public void Between_AnyDays_AreThoseNumbered() =>
        Check.Holds(2_000, TwoDays, days =>
            Days(DaySet.Between(days.One, days.Other)).SequenceEqual(Numbered.Where(day => days.One <= day && day <= days.Other))
            && Days(DaySet.Before(days.One)).SequenceEqual(Numbered.Where(day => day < days.One))
            && Days(DaySet.From(days.One)).SequenceEqual(Numbered.Where(day => day >= days.One))
            && Days(DaySet.Of(days.One)).SequenceEqual(Numbered.Where(day => day == days.One)));

    [Fact]
    public void Operators_AnySets_AreThoseOfSets() =>
        Check.Holds(2_000, seed => new Random(seed), random =>
        {
            var (one, other) = (new DaySet((ulong)random.NextInt64()), new DaySet((ulong)random.NextInt64() << 1));
            return Days(one & other).SequenceEqual(Days(one).Intersect(Days(other)))
                && Days(one | other).SequenceEqual(Days(one).Union(Days(other)).Order())
                && Days(one.Except(other)).SequenceEqual(Days(one).Except(Days(other)))
                && one.Count == Days(one).Length
                && (one.First, one.Last) == (Days(one).Cast<int?>().FirstOrDefault(), Days(one).Cast<int?>().LastOrDefault())
                && Numbered.Where(one.Contains).SequenceEqual(Days(one));
        });

    [Fact]
    public void WeekOf_AnyDayOfAnyChallenge_IsItsIsoWeek() =>
        Check.Holds(1_000, seed => PersonScenario.Challenge(new Random(seed)), challenge => challenge.Dates.All(date =>
            Days(DaySet.WeekOf(challenge.DayOf(date))).Select(challenge.DateOf).SequenceEqual(
                Enumerable.Range(0, 7).Select(IsoWeek.Of(date).Monday.AddDays))));

    [Fact]
    public void On_AnyWeekdays_AreTheDatesOnThem() =>
        Check.Holds(1_000, seed => PersonScenario.Challenge(new Random(seed)), challenge =>
            challenge.Dates.All(date => challenge.Days.Contains(challenge.DayOf(date)))
            && challenge.Days.Count == challenge.Length
            && Days(DaySet.On(challenge.WorkDays)).All(day => challenge.WorkDays.Contains(challenge.DateOf(day)))
            && challenge.Dates.All(date =>
                challenge.TeamDays.Contains(challenge.DayOf(date)) == (challenge.WorkDays.Contains(date) && !challenge.Holidays.Contains(date))));

    private static IEnumerable<int> Numbered => Enumerable.Range(0, DaySet.Capacity);

    private static (int One, int Other) TwoDays(int seed)
    {
        var random = new Random(seed);
        return (random.Next(-10, 80), random.Next(-10, 80));
    }

    private static int[] Days(DaySet set)
    {
        var days = new List<int>();
        foreach (var day in set)
        {
            days.Add(day);
        }

        return [.. days];
    }
}
