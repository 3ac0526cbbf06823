using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>What counts as a milestone.</summary>
public sealed class MilestonesTests
{
    private static readonly DateOnly _monday = new(2026, 3, 2);

    [Fact]
    public void Of_FiveDueDaysInARow_IsAStreakOfFive() =>
        Assert.Equal([new Milestone(MilestoneKind.Streak, 5, _monday.AddDays(4))], Of(WorkDaysFrom(0, 5)));

    [Fact]
    public void Of_TenDays_AreBothMilestonesOfThatDate() => Assert.Equal(
        [
            new Milestone(MilestoneKind.Streak, 5, _monday.AddDays(4)),
            new Milestone(MilestoneKind.DoneDays, 10, _monday.AddDays(11)),
            new Milestone(MilestoneKind.Streak, 10, _monday.AddDays(11)),
        ],
        Of(WorkDaysFrom(0, 10)));

    [Fact]
    public void Of_Bonuses_CountAsDoneDaysAndNotInTheStreak()
    {
        var found = Of([.. WorkDaysFrom(0, 8), _monday.AddDays(5), _monday.AddDays(6)]);

        Assert.Equal(new Milestone(MilestoneKind.DoneDays, 10, _monday.AddDays(9)), found[^1]);
        Assert.DoesNotContain(found, milestone => milestone is { Kind: MilestoneKind.Streak, Count: 10 });
    }

    [Fact]
    public void Of_AfterABreak_CanBeReachedAgain()
    {
        // Three missed days: two are frozen, the third breaks the streak.
        var found = Of([.. WorkDaysFrom(0, 5), .. WorkDaysFrom(8, 5)]);

        Assert.Equal(2, found.Count(milestone => milestone is { Kind: MilestoneKind.Streak, Count: 5 }));
    }

    [Fact]
    public void Of_FrozenDays_LeaveTheStreakAsItIs()
    {
        var found = Of([.. WorkDaysFrom(0, 4), .. WorkDaysFrom(6, 1)]);

        Assert.Equal([new Milestone(MilestoneKind.Streak, 5, _monday.AddDays(8))], found);
    }

    [Fact]
    public void Of_FourDays_IsNone() => Assert.Empty(Of(WorkDaysFrom(0, 4)));

    private static Milestone[] Of(IEnumerable<DateOnly> done)
    {
        var zone = TimeZones.Find("Europe/Berlin");
        var challenge = new ChallengeCalendar(_monday, _monday.AddDays(55), zone, WorkDays.MondayToFriday, []);
        var calendar = new PersonCalendar(challenge, ZoneTimeline.Fixed(zone), _monday, null, [], [], []);
        return [.. Milestones.Of(StreakFold.Fold(calendar, new DayLedger([.. done], []), new DateTimeOffset(2026, 4, 1, 10, 0, 0, TimeSpan.Zero)))];
    }

    // So many work days, from the one with this number on.
    private static IEnumerable<DateOnly> WorkDaysFrom(int first, int count) =>
        Enumerable.Range(first, count).Select(number => _monday.AddDays((number / 5 * 7) + (number % 5)));
}
