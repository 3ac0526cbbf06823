using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>Zone and work pattern (rules 3 and 10).</summary>
public sealed class SettingsTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    [Fact]
    public async Task Zone_Changed_HoldsFromTheNextMidnightOfTheOldOne()
    {
        var ana = await Work.HireAsync("ana");

        Assert.Equal("Asia/Tokyo", (await ana.MoveToAsync("Asia/Tokyo")).Answer().TimeZone);

        Work.GoTo(March(2), "23:59");
        Assert.Equal((Workplace.Berlin, March(2)), ZoneOf(await ana.TodayAsync()));
        Work.GoTo(March(3), "00:00");
        Assert.Equal(("Asia/Tokyo", March(3)), ZoneOf(await ana.TodayAsync()));
        Work.GoTo(March(3), "16:00");
        Assert.Equal(("Asia/Tokyo", March(4)), ZoneOf(await ana.TodayAsync()));

        static (string, DateOnly) ZoneOf(Today today) => (today.Zone, today.Date);
    }

    [Fact]
    public async Task Zone_ChangedEastwards_MakesTheShortenedDateNeutralOnceInFourteenDays()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.MoveToAsync("Asia/Tokyo");
        Work.GoTo(March(4));
        await ana.MoveToAsync("Pacific/Auckland");

        Work.GoTo(March(6));

        var days = (await ana.ProgressAsync(spring)).Weeks[0].Days.ToDictionary(day => day.Date, day => day.State);
        Assert.Equal(DayState.Off, days[March(3)]);
        Assert.Equal(DayState.Missed, days[March(5)]);
    }

    [Fact]
    public async Task Zone_ChangedBackTheSameDay_LeavesTheOldOne()
    {
        var ana = await Work.HireAsync("ana");
        await ana.MoveToAsync("Asia/Tokyo");

        await ana.MoveToAsync(Workplace.Berlin);

        Work.GoTo(March(5));
        Assert.Equal(Workplace.Berlin, (await ana.TodayAsync()).Zone);
        Assert.Equal(Workplace.Berlin, (await ana.SettingsAsync()).TimeZone);
    }

    [Fact]
    public async Task Zone_Unknown_IsInvalidAndChangesNothing()
    {
        var ana = await Work.HireAsync("ana");

        var outcome = await ana.Grain.ChangeSettingsAsync(new PersonSettingsChange("Mars/Olympus", ["Mon"]));

        outcome.IsRefused(RefusalKind.Invalid, "unknown-zone");
        Assert.Equal("timeZone", outcome.Refusal!.Field);
        Assert.Null((await ana.SettingsAsync()).WorkDays);
    }

    [Fact]
    public async Task WorkPattern_Changed_HoldsFromTheFollowingMonday()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        Work.GoTo(March(3));

        var settings = (await ana.WorkOnAsync("Mon", "Wed")).Answer();

        Assert.Equal(["Mon", "Wed"], settings.WorkDays!.Value.AsEnumerable());
        var weeks = (await ana.ProgressAsync(spring)).Weeks;
        Assert.Equal([March(3), March(4), March(5), March(6)], Ahead(weeks[0]));
        Assert.Equal([March(9), March(11)], Ahead(weeks[1]));

        static IEnumerable<DateOnly> Ahead(ProgressWeek week) =>
            week.Days.Where(day => day.State is DayState.Pending or DayState.Ahead).Select(day => day.Date).Where(date => date > new DateOnly(2026, 3, 2));
    }

    [Fact]
    public async Task WorkPattern_OfAMember_ChangesTheTeamsDenominator()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await people[0].WorkOnAsync("Mon", "Wed");

        Work.GoTo(March(5));
        Assert.Equal(4, (await spring.TeamAsync(blue)).Today.Needed);
        Work.GoTo(March(12));
        Assert.Equal(3, (await spring.TeamAsync(blue)).Today.Needed);
    }

    [Fact]
    public async Task WorkPattern_OfUnknownDays_IsInvalid()
    {
        var ana = await Work.HireAsync("ana");

        (await ana.WorkOnAsync("Mon", "Caturday")).IsRefused(RefusalKind.Invalid, "unknown-work-days");
    }

    [Fact]
    public async Task Settings_OfAnUnknownPerson_AreNotFound()
    {
        var nobody = new Colleague(Work, "nobody");

        (await nobody.Grain.GetSettingsAsync()).IsRefused(RefusalKind.NotFound, "unknown-person");
        (await nobody.MoveToAsync("Asia/Tokyo")).IsRefused(RefusalKind.NotFound, "unknown-person");
        (await nobody.TakeOffAsync(March(3), March(3))).IsRefused(RefusalKind.NotFound, "unknown-person");
    }
}
