using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;
using StretchChallenge.Testing;

namespace StretchChallenge.Grains.Tests.Healing;

/// <summary>What is read when many people wake up at once, and who is woken by ids of nothing.</summary>
public sealed class WakingTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private const int People = 30;

    private TestChallenge? _spring;
    private TestTeam? _blue;

    private TestChallenge Spring => _spring!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var people = await Work.HireAllAsync([.. Enumerable.Range(0, People).Select(number => $"p{number}")]);
        _spring = await Work.StartChallengeAsync(people[0]);
        _blue = await Spring.AddTeamAsync("Blue", people);
        await Spring.BoardAsync(BoardKind.TeamStreak);
    }

    [Fact]
    public async Task EverybodyWakes_EachReadsThemselvesAndNobodyElse()
    {
        await Work.DeactivateEverythingAsync();
        Work.Faults.ForgetCalls();

        foreach (var person in Work.People)
        {
            await person.TodayAsync();
        }

        Assert.Equal(People, Work.Faults.CallsOf<IPeopleStore>(nameof(IPeopleStore.LoadAsync)));
        Assert.Equal(1, Work.Faults.CallsOf<IParticipantStore>(nameof(IParticipantStore.LoadMembersAsync)));
        Assert.Equal(0, Work.Faults.CallsOf<IParticipantStore>(nameof(IParticipantStore.ReadEverybodyAsync)));
    }

    [Fact]
    public async Task EverybodyChecksIn_BoardAndTeamReadNobodyOneByOne()
    {
        await Spring.TeamAsync(_blue!);
        foreach (var person in Work.People)
        {
            await person.SettingsAsync();
        }

        Work.Faults.ForgetCalls();

        foreach (var person in Work.People)
        {
            await person.CheckInAsync();
        }

        Assert.Equal(People, (await Spring.TeamAsync(_blue!)).Today.Done);
        Assert.Equal(People, (await Spring.RowAsync(BoardKind.TeamStreak, _blue!.Id)).Today!.Done);
        Assert.Equal(0, Work.Faults.CallsOf<IPeopleStore>(nameof(IPeopleStore.LoadAsync)));
        Assert.Equal(0, Work.Faults.CallsOf<IParticipantStore>(nameof(IParticipantStore.LoadMembersAsync)));
        Assert.Equal(0, Work.Faults.CallsOf<IParticipantStore>(nameof(IParticipantStore.ReadEverybodyAsync)));
        Assert.InRange(Work.Faults.CallsOf<IChangeFeed>(nameof(IChangeFeed.ReadAsync)), 1, 2);
    }

    [Fact]
    public async Task Settings_Change_NobodyIsToldOneByOne()
    {
        foreach (var person in Work.People)
        {
            await person.SettingsAsync();
        }

        Work.Faults.ForgetCalls();

        await Spring.ChangeAsync(name: "Summer", threshold: 60);
        await Spring.BoardAsync(BoardKind.TeamStreak);

        Assert.Equal(0, Work.Faults.CallsOf<IPeopleStore>(nameof(IPeopleStore.LoadAsync)));
        Assert.Equal(0, Work.Faults.CallsOf<IParticipantStore>(nameof(IParticipantStore.ReadEverybodyAsync)));
    }

    [Fact]
    public async Task IdsOfNothing_LeaveNoGrainAwake()
    {
        Assert.Null(await Spring.TeamGrain("no-team").GetSnapshotAsync());
        var nowhere = new TestChallenge(Work, Work.People[0], "no-challenge", "CODE");
        Assert.Equal(0, (await nowhere.BoardAsync(BoardKind.PersonStreak)).Total);
        await Work.Grains.GetGrain<IUserGrain>("nobody").GetSettingsAsync();

        var management = Work.Grains.GetGrain<IManagementGrain>(0);
        await Wait.UntilAsync(async () => !(await management.GetDetailedGrainStatistics())
            .Any(grain => grain.GrainId.Key.ToString() is "no-team" or "no-challenge" or "nobody"));
    }
}
