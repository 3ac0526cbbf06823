using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>What an organiser may do until a challenge starts: delete it, and move its days.</summary>
public abstract class BeforeTheStartTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact, Trait("Category", "Faults")]
    public async Task Delete_BeforeTheStart_IsForgottenByEverybody()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0], startsOn: March(9));
        var blue = await spring.AddTeamAsync("Blue", people);
        Assert.Single((await spring.BoardAsync(BoardKind.TeamStreak)).Rows);

        Assert.Null(await spring.Grain.DeleteAsync("ana"));

        foreach (var person in people)
        {
            Assert.Empty((await person.TodayAsync()).Challenges);
            (await person.Grain.GetProgressAsync(spring.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        }

        Assert.Null(await spring.Grain.GetStateAsync());
        Assert.Null(await spring.TeamGrain(blue.Id).GetSnapshotAsync());
        Assert.Empty((await spring.BoardAsync(BoardKind.TeamStreak)).Rows);
        (await spring.Grain.GetInvitationAsync()).IsRefused(RefusalKind.NotFound, "unknown-code");
        (await people[1].TryJoinAsync(spring)).IsRefused(RefusalKind.NotFound, "unknown-code");
        (await spring.Grain.DeleteAsync("ana")).IsFor(RefusalKind.NotFound, "unknown-challenge");
    }

    [Fact, Trait("Category", "Faults")]
    public async Task Delete_AfterTheStart_IsAConflict()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana, startsOn: March(9));
        Work.GoTo(March(9), "00:00");

        (await spring.Grain.DeleteAsync("ana")).IsFor(RefusalKind.Conflict, "challenge-started");

        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
    }

    [Fact, Trait("Category", "Faults")]
    public async Task ChangeSettings_BeforeTheStart_MovesTheChallenge()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0], startsOn: March(9));
        await people[1].JoinAsync(spring);

        var view = (await ChangeAsync(spring, new() { StartsOn = March(16), TimeZone = "Asia/Tokyo", WorkDays = ["Sat", "Sun"] })).Answer();

        Assert.Equal((March(16), new DateOnly(2026, 5, 10), "Asia/Tokyo"), (view.StartsOn, view.EndsOn, view.TimeZone));
        Assert.Equal(["Sat", "Sun"], view.WorkDays.AsEnumerable());
        Work.GoTo(March(21));
        Assert.Equal((1, 1), ((await people[1].ProgressAsync(spring)).Ring.Due, (await people[1].TodayInAsync(spring)).Week));
    }

    [Fact, Trait("Category", "Faults")]
    public async Task ChangeSettings_ToAnImpossibleCalendar_IsInvalid()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana, startsOn: March(9));

        (await ChangeAsync(spring, new() { StartsOn = March(2).AddYears(2) })).IsRefused(RefusalKind.Invalid, "starts-too-late");
        (await ChangeAsync(spring, new() { StartsOn = March(2).AddYears(-2) })).IsRefused(RefusalKind.Invalid, "starts-too-early");
        (await ChangeAsync(spring, new() { TimeZone = "Mars/Olympus" })).IsRefused(RefusalKind.Invalid, "unknown-zone");
        (await ChangeAsync(spring, new() { WorkDays = ["Monday"] })).IsRefused(RefusalKind.Invalid, "unknown-work-days");
        Assert.Equal(March(9), (await spring.ViewAsync()).StartsOn);
    }

    [Fact, Trait("Category", "Faults")]
    public async Task ChangeSettings_AfterTheStart_KeepsTheCalendar()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);

        (await ChangeAsync(spring, new() { StartsOn = March(16) })).IsRefused(RefusalKind.Conflict, "challenge-started");
        (await ChangeAsync(spring, new() { TimeZone = "Asia/Tokyo" })).IsRefused(RefusalKind.Conflict, "challenge-started");
        (await ChangeAsync(spring, new() { WorkDays = ["Sat"] })).IsRefused(RefusalKind.Conflict, "challenge-started");
        Assert.Equal((March(2), Workplace.Berlin), ((await spring.ViewAsync()).StartsOn, (await spring.ViewAsync()).TimeZone));
    }

    private static Task<Outcome<ChallengeView>> ChangeAsync(TestChallenge challenge, CalendarChange change) =>
        challenge.Grain.ChangeSettingsAsync(new ChangeChallenge(challenge.Organiser.Id, null, null, null, null)
        {
            StartsOn = change.StartsOn,
            TimeZone = change.TimeZone,
            WorkDays = change.WorkDays is { } days ? [.. days] : null,
        });

    private sealed record CalendarChange
    {
        public DateOnly? StartsOn { get; init; }

        public string? TimeZone { get; init; }

        public string[]? WorkDays { get; init; }
    }

    public sealed class OnSqlite(GrainFixture fixture) : BeforeTheStartTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : BeforeTheStartTests(postgreSql);
}
