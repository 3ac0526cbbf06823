using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>When a guided run is a credit, and of which day (rules 5 and 11).</summary>
public sealed class GuidedRunTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan FourMinutes = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task CheckIn_BeforeFourFifthsOfThePlannedTime_IsTooEarly()
    {
        var ana = await Work.HireAsync("ana");
        var run = ana.StartRun();

        Work.Wait(FourMinutes - TimeSpan.FromMilliseconds(1));
        (await ana.SendAsync(run)).IsRefused(RefusalKind.Conflict, "too-early");

        Work.Wait(TimeSpan.FromMilliseconds(1));
        Assert.True((await ana.SendAsync(run)).Answer().Credited);
    }

    [Fact]
    public async Task CheckIn_SkippedSteps_LeaveThePlannedTimeUpToHalfOfIt()
    {
        var ana = await Work.HireAsync("ana");
        var run = ana.StartRun() with { SkippedSeconds = 290 };

        Work.Wait(TimeSpan.FromSeconds(119));
        (await ana.SendAsync(run)).IsRefused(RefusalKind.Conflict, "too-early");

        Work.Wait(TimeSpan.FromSeconds(1));
        Assert.True((await ana.SendAsync(run)).Answer().Credited);
    }

    [Fact]
    public async Task CheckIn_RunOverMidnight_BelongsToTheDayOfItsStart()
    {
        var ana = await Work.HireAsync("ana");
        Work.GoTo(March(2), "23:59");
        var run = ana.StartRun();

        Work.GoTo(March(3), "00:04");

        Assert.Equal(March(2), (await ana.SendAsync(run)).Answer().Date);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task CheckIn_TwoRunsOverTheSameMidnight_MakeOneDay()
    {
        var ana = await Work.HireAsync("ana");
        Work.GoTo(March(2), "23:57");
        var first = ana.StartRun();
        var second = ana.StartRun();
        Work.GoTo(March(3), "00:00");
        var third = ana.StartRun();

        Work.GoTo(March(3), "00:04");

        Assert.Equal(March(2), (await ana.SendAsync(first)).Answer().Date);
        (await ana.SendAsync(second)).IsRefused(RefusalKind.Conflict, "too-early");
        (await ana.SendAsync(third)).IsRefused(RefusalKind.Conflict, "too-early");

        await Work.RestartAsync();
        (await ana.SendAsync(third)).IsRefused(RefusalKind.Conflict, "too-early");
        Work.GoTo(March(3), "00:06");
        Assert.Equal(March(3), (await ana.SendAsync(third)).Answer().Date);
        (await ana.SendAsync(second)).IsRefused(RefusalKind.Conflict, "too-early");
    }

    [Fact]
    public async Task CheckIn_DeliveredBeforeNoonOfTheNextDueDay_CountsForItsOwnDay()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        Work.GoTo(March(6), "18:00");
        var friday = ana.FinishedRun();

        Work.GoTo(March(9), "11:59");
        var answer = (await ana.SendAsync(friday)).Answer();

        Assert.Equal((March(6), true), (answer.Date, answer.Credited));
        Assert.Equal(1, (await ana.TodayInAsync(spring)).Streak);
    }

    [Fact]
    public async Task CheckIn_DeliveredAtNoonOfTheNextDueDay_IsTooLate()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        Work.GoTo(March(6), "18:00");
        var friday = ana.FinishedRun();

        Work.GoTo(March(9), "12:00");

        (await ana.SendAsync(friday)).IsRefused(RefusalKind.Conflict, "too-late");
    }

    [Fact]
    public async Task CheckIn_DeliveredLateInAWeekWhoseSelfReportIsUsed_StillCounts()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        Work.GoTo(March(4));
        (await ana.ReportAsync(March(3))).Answer();
        var wednesday = ana.FinishedRun();

        Work.GoTo(March(5), "11:00");
        Assert.Null((await ana.TodayInAsync(spring)).Reportable);
        var answer = (await ana.SendAsync(wednesday)).Answer();

        Assert.Equal((March(4), true, 3), (answer.Date, answer.Credited, answer.Streaks.Single().Streak));
    }
}
