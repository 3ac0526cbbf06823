using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>Days off: no reason, no approval (rule 6).</summary>
public abstract class TimeOffTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task TimeOff_OfAMember_LeavesTheTeamsDenominatorAndComesBack()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        Work.GoTo(March(3));
        Assert.Equal(4, (await spring.TeamAsync(blue)).Today.Needed);

        var off = (await people[4].TakeOffAsync(March(3), March(5))).Answer();
        Assert.Equal(3, (await spring.TeamAsync(blue)).Today.Needed);
        Assert.Equal(TodayState.Off, (await people[4].TodayInAsync(spring)).Today);

        Assert.Null(await people[4].Grain.RemoveTimeOffAsync(off.Id));
        Assert.Equal(3, (await spring.TeamAsync(blue)).Today.Needed);
        Work.GoTo(March(4));
        Assert.Equal(4, (await spring.TeamAsync(blue)).Today.Needed);
        Assert.Equal(TodayState.Pending, (await people[4].TodayInAsync(spring)).Today);
    }

    [Fact]
    public async Task TimeOff_OverMissedDays_KeepsTheStreakAndTheFreezes()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        await ana.TakeOffAsync(March(3), March(13));

        Work.GoTo(March(16), "13:00");
        await ana.CheckInAsync();

        var today = await ana.TodayInAsync(spring);
        Assert.Equal((2, 2), (today.Streak, today.Freezes));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task TimeOff_DoneAfterwards_IsABonus()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        Work.GoTo(March(3));
        await people[0].TakeOffAsync(March(3), March(3));

        await people[0].CheckInAsync();

        var today = await people[0].TodayInAsync(spring);
        Assert.Equal((TodayState.Done, 1), (today.Today, today.Streak));
        Assert.Equal(0, (await spring.TeamAsync(blue)).Today.Done);
        Work.GoTo(March(4));
        Assert.Equal(100_000_000, (await spring.TeamAsync(blue)).MicroPoints);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task TimeOff_OverDoneDays_LeavesThemAsTheyAre()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await Work.CheckInOnAsync([March(2), March(4)], ana);

        var off = (await ana.TakeOffAsync(March(2), March(13))).Answer();

        Assert.Equal(2, (await ana.TodayInAsync(spring)).Streak);
        var parts = (await ana.SettingsAsync()).TimeOff;
        Assert.Equal([(March(3), March(3)), (March(5), March(13))], parts.Select(part => (part.From, part.To)));
        Assert.Equal(off.Id, parts[1].Id);
        Assert.Null(await ana.Grain.RemoveTimeOffAsync(off.Id));
        Assert.Equal(parts[0], Assert.Single((await ana.SettingsAsync()).TimeOff));
        (await ana.TakeOffAsync(March(4), March(4))).IsRefused(RefusalKind.Conflict, "days-done");
    }

    [Fact]
    public async Task TimeOff_UpToToday_IsFiveDaysOfTheLastSeven()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        Work.GoTo(March(10));

        (await ana.TakeOffAsync(March(2), March(2))).IsRefused(RefusalKind.Invalid, "too-far-back");
        (await ana.TakeOffAsync(March(5), March(10))).IsRefused(RefusalKind.Conflict, "too-many-back-dated");
        (await ana.TakeOffAsync(March(5), March(9))).Answer();
        (await ana.TakeOffAsync(March(10), March(10))).IsRefused(RefusalKind.Conflict, "too-many-back-dated");
        (await ana.TakeOffAsync(March(11), April(30))).Answer();
    }

    [Fact]
    public async Task TimeOff_ThatEndsBeforeItBegins_IsInvalid()
    {
        var ana = await Work.HireAsync("ana");

        (await ana.TakeOffAsync(March(5), March(4))).IsRefused(RefusalKind.Invalid, "impossible-range");
    }

    [Fact]
    public async Task TimeOff_BackDatedIntoAClosedChallenge_IsRefused()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);

        Work.GoTo(April(27), "11:59");
        (await ana.TakeOffAsync(April(24), April(24))).Answer();
        Work.GoTo(April(27), "12:00");
        (await ana.TakeOffAsync(April(23), April(23))).IsRefused(RefusalKind.Conflict, "challenge-closed");
    }

    [Fact, Trait("Category", "Faults")]
    public async Task RemoveTimeOff_InTheMiddle_RemovesOnlyDaysFromTomorrowOn()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var off = (await ana.TakeOffAsync(March(2), March(6))).Answer();
        Work.GoTo(March(4));

        Assert.Null(await ana.Grain.RemoveTimeOffAsync(off.Id));

        Assert.Equal([new TimeOff(off.Id, March(2), March(4))], (await ana.SettingsAsync()).TimeOff.AsEnumerable());
        (await ana.Grain.RemoveTimeOffAsync(off.Id)).IsFor(RefusalKind.Conflict, "time-off-past");
    }

    [Fact, Trait("Category", "Faults")]
    public async Task AddTimeOff_OverlappingOrAdjacent_IsOneRowThatSaysSo()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var first = (await ana.TakeOffAsync(March(9), March(11))).Answer();
        var apart = (await ana.TakeOffAsync(March(20), March(20))).Answer();

        var overlapping = (await ana.TakeOffAsync(March(11), March(12))).Answer();
        var adjacent = (await ana.TakeOffAsync(March(13), March(15))).Answer();

        Assert.Equal(new TimeOffAdded(first.Id, March(9), March(11), Merged: false), first);
        Assert.Equal(new TimeOffAdded(first.Id, March(9), March(12), Merged: true), overlapping);
        Assert.Equal(new TimeOffAdded(first.Id, March(9), March(15), Merged: true), adjacent);
        Assert.Equal(
            [new TimeOff(first.Id, March(9), March(15)), new TimeOff(apart.Id, March(20), March(20))],
            (await ana.SettingsAsync()).TimeOff.AsEnumerable());
    }

    [Fact, Trait("Category", "Faults")]
    public async Task RemoveTimeOff_OfMergedRanges_RemovesAllOfTheRow()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var row = (await ana.TakeOffAsync(March(2), March(6))).Answer();
        await ana.TakeOffAsync(March(5), March(13));

        Assert.Null(await ana.Grain.RemoveTimeOffAsync(row.Id));

        Assert.Equal([new TimeOff(row.Id, March(2), March(2))], (await ana.SettingsAsync()).TimeOff.AsEnumerable());
    }

    [Fact]
    public async Task RemoveTimeOff_Unknown_IsNotFound()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var off = (await people[0].TakeOffAsync(March(5), March(6))).Answer();

        (await people[1].Grain.RemoveTimeOffAsync(off.Id)).IsFor(RefusalKind.NotFound, "unknown-time-off");
        Assert.Null(await people[0].Grain.RemoveTimeOffAsync(off.Id));
        (await people[0].Grain.RemoveTimeOffAsync(off.Id)).IsFor(RefusalKind.NotFound, "unknown-time-off");
    }

    public sealed class OnSqlite(GrainFixture fixture) : TimeOffTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : TimeOffTests(postgreSql);
}
