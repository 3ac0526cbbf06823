using StretchChallenge.Domain;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Healing;

/// <summary>Grains are views of the ledger: whatever becomes of them, what they show is the same afterwards.</summary>
public abstract class RebuildTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task EveryGrainDeactivated_ShowsTheSame()
    {
        await LiveThroughThreeWeeksAsync();
        var before = await Views.OfEverythingAsync(Work);

        await Work.DeactivateEverythingAsync();

        Assert.Equal(before, await Views.OfEverythingAsync(Work));
    }

    [Fact]
    public async Task ProgramRestarted_ShowsTheSame()
    {
        await LiveThroughThreeWeeksAsync();
        var before = await Views.OfEverythingAsync(Work);

        await Work.RestartAsync();

        Assert.Equal(before, await Views.OfEverythingAsync(Work));
    }

    [Fact]
    public async Task ProgramCutOff_ShowsTheSame()
    {
        await LiveThroughThreeWeeksAsync();
        var before = await Views.OfEverythingAsync(Work);

        await Work.CrashAndRestartAsync();

        Assert.Equal(before, await Views.OfEverythingAsync(Work));
    }

    [Fact]
    public async Task OneGrainDeactivated_FitsAmongTheOthers()
    {
        await LiveThroughThreeWeeksAsync();
        var before = await Views.OfEverythingAsync(Work);

        foreach (var grain in await Work.GrainsAsync())
        {
            await Work.DeactivateAsync(grain);
            await Work.SettleAsync();
        }

        Assert.Equal(before, await Views.OfEverythingAsync(Work));
    }

    // Something of everything: off days, reports, freezes, moves, changes of team, leavers, late holidays.
    private async Task LiveThroughThreeWeeksAsync()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli", "fay");
        var hana = await Work.HireAsync("hana", "Pacific/Honolulu", showName: false);
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people[..5]);
        var red = await spring.AddTeamAsync("Red", people[5], hana);
        await Work.CheckInOnAsync([March(2), March(3)], people);
        await hana.CheckInAsync();
        await people[5].WorkOnAsync("Mon", "Tue", "Wed");
        Work.GoTo(March(5));
        await people[0].ReportAsync(March(4));
        await people[1].TakeOffAsync(March(4), March(10));
        await people[2].MoveToAsync("Asia/Tokyo");
        await people[3].JoinAsync(spring, red);
        await Work.CheckInOnAsync([March(6), March(9)], people[..4]);
        await people[4].LeaveAsync(spring);
        await people[0].AppointAsync(spring, people[3], ChallengeRole.Captain);
        var summer = await Work.StartChallengeAsync(people[3], startsOn: March(16));
        await people[0].JoinAsync(summer);
        await Work.CheckInOnAsync([March(10), March(11), March(13)], people[1..]);
        await spring.ChangeAsync(holidays: [March(12)], threshold: 60);
        await Work.CheckInOnAsync([March(17), March(18)], people);
        await people[4].JoinAsync(spring, blue);
        await people[0].UndoAsync(March(18));
        Work.GoTo(March(19), "11:30");
    }

    public sealed class OnSqlite(GrainFixture fixture) : RebuildTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : RebuildTests(postgreSql);
}
