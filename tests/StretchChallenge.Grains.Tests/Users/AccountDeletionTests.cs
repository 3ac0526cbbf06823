using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.PersonalData;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>Somebody's account is deleted: what is left of them for the others.</summary>
public abstract class AccountDeletionTests(GrainFixture fixture) : GrainTests(fixture)
{
    private Colleague[] _people = [];
    private TestChallenge? _spring;
    private TestTeam? _blue;

    private TestChallenge Spring => _spring!;

    private Colleague Leaver => _people[5];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli", "fay");
        _spring = await Work.StartChallengeAsync(_people[0]);
        _blue = await Spring.AddTeamAsync("Blue", _people);
    }

    [Fact]
    public async Task Delete_TeamKeepsStreakPointsAndPastDays()
    {
        await Work.CheckInOnAsync([March(2), March(3)], _people);
        await Work.CheckInOnAsync([March(4)], [.. _people[2..]]);
        Work.GoTo(March(5), "13:00");
        var (before, page) = (await Spring.TeamAsync(_blue!), await PageAsync());

        Assert.Null(await Leaver.Grain.DeleteAccountAsync());

        var (after, pageAfter) = (await Spring.TeamAsync(_blue!), await PageAsync());
        Assert.Equal((before.Streak, before.Best, before.MicroPoints), (after.Streak, after.Best, after.MicroPoints));
        Assert.Equal((6, 5), (before.Members, after.Members));
        Assert.Equal(page.Days.Where(day => day.Date < March(5)), pageAfter.Days.Where(day => day.Date < March(5)));
        var row = await Spring.RowAsync(BoardKind.TeamPoints, _blue!.Id);
        Assert.Equal((before.Streak, before.Best, before.MicroPoints / 1_000_000), (row.Streak, row.Best, row.Points));
    }

    [Fact]
    public async Task Delete_ThenALateReport_StillCountsForThatDay()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        await Work.CheckInOnAsync([March(3)], [.. _people[2..]]);
        Work.GoTo(March(4), "09:00");
        Assert.Equal(1, (await Spring.TeamAsync(_blue!)).Streak);

        await Leaver.Grain.DeleteAccountAsync();
        await _people[0].ReportAsync(March(3));

        // Five of six: the leaver's day counts on beside those of who stays.
        var day = (await PageAsync()).Days[1];
        Assert.Equal((5, 0), (day.Done, day.Needed));
        Assert.Equal(2, (await Spring.TeamAsync(_blue!)).Streak);
    }

    [Fact]
    public async Task Delete_AfterARestart_IsTheSame()
    {
        await Work.CheckInOnAsync([March(2), March(3)], _people);
        Work.GoTo(March(4), "13:00");
        await Leaver.Grain.DeleteAccountAsync();
        var (team, row) = (await Spring.TeamAsync(_blue!), await Spring.RowAsync(BoardKind.TeamStreak, _blue!.Id));

        await Work.DeactivateEverythingAsync();

        Assert.Equal(team, await Spring.TeamAsync(_blue!));
        Assert.Equal(row, await Spring.RowAsync(BoardKind.TeamStreak, _blue!.Id));
        Assert.Equal(2, team.Streak);
    }

    [Fact]
    public async Task Delete_PersonIsNowhereAnyMore()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        await Spring.BoardAsync(BoardKind.PersonStreak);

        await Leaver.Grain.DeleteAccountAsync();

        Assert.DoesNotContain(Leaver.Id, (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.Select(row => row.Id));
        Assert.Equal(5, (await Spring.BoardAsync(BoardKind.PersonStreak)).Total);
        Assert.DoesNotContain(Leaver.Id, (await PageAsync()).Members.Select(member => member.DisplayName));
        Assert.Null(await Spring.Grain.GetRoleAsync(Leaver.Id));
        Assert.Equal(AccountRefusals.UnknownPerson, (await Leaver.Grain.GetTodayAsync(null)).Refusal);
        Assert.Equal(AccountRefusals.UnknownPerson, await Leaver.Grain.DeleteAccountAsync());
        Assert.Equal(AccountRefusals.UnknownPerson, (await Leaver.SendAsync(Leaver.FinishedRun())).Refusal);
    }

    [Fact]
    public async Task Delete_WatchersOfABoardAreToldAtOnce()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        var listener = await Spring.WatchAsync(BoardKind.PersonStreak, _people[0]);
        await Work.SettleAsync();

        await Leaver.Grain.DeleteAccountAsync();
        await listener.PassAsync(TimeSpan.FromSeconds(1));

        Assert.DoesNotContain(Leaver.Id, (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.Select(row => row.Id));
        Assert.Contains(listener.Changes, sent => sent.Change.Removed.Contains(Leaver.Id));
    }

    [Fact]
    public async Task Delete_OnlyOrganiserOfOthers_IsRefused()
    {
        var summer = await Work.StartChallengeAsync(_people[1]);
        await _people[2].JoinAsync(summer);

        Assert.Equal(ChallengeRefusals.LastOrganiser, await _people[1].Grain.DeleteAccountAsync());
        Assert.NotNull(await Work.Get<IAccountStore>().FindAsync(new UserId(_people[1].Id)));

        await _people[1].AppointAsync(summer, _people[2], ChallengeRole.Organiser);
        Assert.Null(await _people[1].Grain.DeleteAccountAsync());
        Assert.Equal(ChallengeRole.Organiser, await summer.Grain.GetRoleAsync(_people[2].Id));
    }

    // The challenge has not heard of the deletion: its node died before it was told.
    [Fact]
    public async Task Leave_WhenTheOtherOrganiserIsGone_IsRefused()
    {
        var (ben, cem) = (_people[1], _people[2]);
        var summer = await Work.StartChallengeAsync(ben);
        await cem.JoinAsync(summer);
        await _people[3].JoinAsync(summer);
        await ben.AppointAsync(summer, cem, ChallengeRole.Organiser);
        Assert.IsType<AccountDeletionResult.Deleted>(
            await Work.Get<IAccountDeletion>().DeleteAsync(new UserId(cem.Id), (_, _) => new SealedPersonDays([], [])));
        Assert.Equal(ChallengeRole.Organiser, await summer.Grain.GetRoleAsync(cem.Id));

        Assert.Equal(ChallengeRefusals.LastOrganiser, await ben.LeaveAsync(summer));
        Assert.Equal(ChallengeRefusals.LastOrganiser, await ben.AppointAsync(summer, ben, ChallengeRole.Captain));

        Assert.Equal(ChallengeRole.Organiser, await summer.Grain.GetRoleAsync(ben.Id));
        Assert.Null(await summer.Grain.GetRoleAsync(cem.Id));
        Assert.Null(await ben.AppointAsync(summer, _people[3], ChallengeRole.Organiser));
        Assert.Null(await ben.LeaveAsync(summer));
    }

    [Fact]
    public async Task StepDown_WhenTheOtherOrganiserIsGone_IsRefused()
    {
        var (ben, cem) = (_people[1], _people[2]);
        var summer = await Work.StartChallengeAsync(ben);
        await cem.JoinAsync(summer);
        await ben.AppointAsync(summer, cem, ChallengeRole.Organiser);
        await Work.Get<IAccountDeletion>().DeleteAsync(new UserId(cem.Id), (_, _) => new SealedPersonDays([], []));

        Assert.Equal(ChallengeRefusals.LastOrganiser, await ben.AppointAsync(summer, ben, ChallengeRole.Captain));

        Assert.Equal(ChallengeRole.Organiser, await summer.Grain.GetRoleAsync(ben.Id));
    }

    [Fact]
    public async Task LeaveAndDelete_TwoOrganisersAtTheSameTime_OneOfThemStays()
    {
        var (ben, cem) = (_people[1], _people[2]);
        var summer = await Work.StartChallengeAsync(ben);
        await cem.JoinAsync(summer);
        await _people[3].JoinAsync(summer);
        await ben.AppointAsync(summer, cem, ChallengeRole.Organiser);

        var results = await Task.WhenAll(ben.LeaveAsync(summer), cem.Grain.DeleteAccountAsync());

        Assert.Equal(ChallengeRefusals.LastOrganiser, Assert.Single(results, result => result is not null));
    }

    // Both the challenge and the boards hold somebody whose account is gone.
    [Fact]
    public async Task Organise_SomebodyWhoseAccountIsGone_IsNotFound()
    {
        await Work.Get<IAccountDeletion>().DeleteAsync(new UserId(Leaver.Id), (_, _) => new SealedPersonDays([], []));

        (await _people[0].AppointAsync(Spring, Leaver, ChallengeRole.Captain)).IsFor(RefusalKind.NotFound, "unknown-member");
        (await Spring.Grain.CorrectAsync(new CorrectDay(_people[0].Id, Leaver.Id, March(2), true, "Was here"))).IsFor(RefusalKind.NotFound, "unknown-member");
        Assert.Null(await Spring.Grain.RemoveTeamAsync(_people[0].Id, _blue!.Id));
    }

    [Fact]
    public async Task Delete_OnlyAdministrator_IsRefused()
    {
        // The first to register.
        Assert.Equal(AdministrationRefusals.LastAdministrator, await _people[0].Grain.DeleteAccountAsync());
    }

    private async Task<TeamDetails> PageAsync() => (await Spring.TeamGrain(_blue!.Id).GetDetailsAsync(_people[0].Id))!;

    public sealed class OnSqlite(GrainFixture fixture) : AccountDeletionTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AccountDeletionTests(postgreSql);
}
