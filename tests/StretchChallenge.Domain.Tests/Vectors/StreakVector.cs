using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One person's streak; the person's pattern is the challenge's.</summary>
internal sealed record StreakVector(
    string Zone,
    DateTimeOffset Now,
    DateOnly Start,
    DateOnly End,
    string[]? WorkDays = null,
    DateOnly[]? Holidays = null,
    DateOnly[][]? TimeOff = null,
    DateOnly? Joined = null,
    DateOnly[]? Done = null,
    DateOnly[]? SelfReported = null,
    DateOnly[]? Neutral = null)
{
    public object Result()
    {
        var zone = VectorJson.Zone(Zone);
        var challenge = new ChallengeCalendar(Start, End, zone, VectorPerson.Pattern(WorkDays), [.. Holidays ?? []]);
        var calendar = PersonCalendar.For(challenge, ZoneTimeline.Fixed(zone)) with
        {
            Joined = Joined ?? Start,
            TimeOff = VectorPerson.Ranges(TimeOff),
            Neutral = [.. Neutral ?? []],
        };
        var streak = StreakFold.Fold(calendar, VectorPerson.Ledger(Done, SelfReported), Now);
        return new
        {
            streak = streak.Current,
            streak.Best,
            streak.Freezes,
            streak.Today,
            streak.Frozen,
            streak.Pending,
            streak.Due,
            streak.DoneDue,
        };
    }
}
