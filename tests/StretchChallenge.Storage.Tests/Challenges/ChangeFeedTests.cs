using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Challenges;

/// <summary>Whatever changes what boards and teams show stands in the feed, in the transaction of the change.</summary>
public abstract class ChangeFeedTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private readonly ChallengeRecord _spring = Sample.Challenge();
    private readonly ChallengeRecord _summer = Sample.Challenge();
    private UserId _ana;
    private UserId _ben;

    private IChangeFeed Feed => Get<IChangeFeed>();

    private IChallengeStore Challenges => Get<IChallengeStore>();

    private IPeopleStore People => Get<IPeopleStore>();

    private ILedgerWriter Writer => Get<ILedgerWriter>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (_ana, _ben) = (await RegisterAsync(), await RegisterAsync());
        await Challenges.CreateAsync(_spring, Sample.Enrolment(_spring.Id, _ana));
        await Challenges.CreateAsync(_summer, Sample.Enrolment(_summer.Id, _ana));
    }

    [Fact]
    public async Task FindLast_UnknownChallenge_IsNull()
    {
        Assert.Null(await Feed.FindLastAsync(new ChallengeId("nowhere")));
        Assert.Null(await Feed.ReadAsync(new ChallengeId("nowhere"), 0));
    }

    [Fact]
    public async Task CheckInAndUndo_AreChangesInEveryChallengeOfThePerson()
    {
        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(_spring.Id, _ben), []);

        var ana = await Writer.CommitAsync(Sample.CheckIn(_ana));
        var ben = await Writer.CommitAsync(Sample.CheckIn(_ben));
        var undo = await Writer.CommitAsync(new UndoEntry(_ana, Sample.Monday));

        Assert.Equal([(_spring.Id, 3L), (_summer.Id, 2L)], Sorted(ana));
        Assert.Equal([(_spring.Id, 4L)], Sorted(ben));
        Assert.Equal([(_spring.Id, 5L), (_summer.Id, 3L)], Sorted(undo));
        Assert.True((await ReadAsync(_spring, 3)).Changed.SetEquals([_ana, _ben]));
        Assert.True((await ReadAsync(_spring, 4)).Changed.SetEquals([_ana]));
    }

    [Fact]
    public async Task SecondRoutineAndRefusedCheckIn_AreNoChanges()
    {
        await Writer.CommitAsync(Sample.CheckIn(_ana));

        var second = await Writer.CommitAsync(Sample.CheckIn(_ana) with { Credit = null });
        var refused = await Writer.CommitAsync(Sample.CheckIn(_ana));

        Assert.Equal((LedgerOutcome.Committed, LedgerOutcome.DayExists), (second.Outcome, refused.Outcome));
        Assert.Empty(second.Changes);
        Assert.Empty(refused.Changes);
        Assert.Equal(2, await Feed.FindLastAsync(_spring.Id));
    }

    [Fact]
    public async Task ManyCheckInsAtOnce_OnTwoNodes_AreNumberedWithoutGaps()
    {
        var other = await StartNodeAsync();
        var people = new List<UserId>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await RegisterAsync());
            await Challenges.SaveEnrolmentAsync(Sample.Enrolment(_spring.Id, people[i]), []);
            await Challenges.SaveEnrolmentAsync(Sample.Enrolment(_summer.Id, people[i]), []);
        }

        var receipts = await Task.WhenAll(people.Select((person, i) =>
            (i % 2 == 0 ? Node : other).Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(person))));

        foreach (var challenge in new[] { _spring.Id, _summer.Id })
        {
            Assert.Equal(
                Enumerable.Range(22, 20).Select(number => (long)number),
                receipts.Select(receipt => receipt.Changes.Single(change => change.Challenge == challenge).Number).Order());
            Assert.True((await Feed.ReadAsync(challenge, 21))!.Changed.SetEquals(people));
        }
    }

    [Fact]
    public async Task CalendarAndName_AreChangesOfThePerson()
    {
        Func<Task>[] changes =
        [
            () => People.SaveZoneChangesAsync(_ana, [new ZoneChange(Sample.Now, "Asia/Tokyo", Neutralises: true)]),
            () => People.SaveWorkPatternsAsync(_ana, [new WorkPatternChange(Sample.Monday, WorkDays.Of())]),
            () => People.AddTimeOffAsync(_ana, [new TimeOffRecord("off", Sample.Monday, Sample.Monday, Sample.Monday)]),
            () => People.ReplaceTimeOffAsync(_ana, new TimeOffRecord("off", Sample.Monday, Sample.Monday, Sample.Monday)),
            () => People.RemoveTimeOffAsync(_ana, "off"),
            () => ChangeAccountAsync(account => account with { DisplayName = "Zoë" }),
            () => ChangeAccountAsync(account => account with { ShowName = !account.ShowName }),
            () => Challenges.SaveEnrolmentAsync(Sample.Enrolment(_summer.Id, _ana), []),
        ];
        for (var i = 0; i < changes.Length; i++)
        {
            await changes[i]();

            var read = await ReadAsync(_summer, i + 1);
            Assert.Equal((i + 2, false, _ana), (read.Number, read.OfChallenge, read.Changed.Single()));
            Assert.Equivalent(await People.LoadAsync(_ana), Assert.Single(read.People), strict: true);
        }
    }

    [Fact]
    public async Task PasswordAndFailedSignIn_AreNoChanges()
    {
        await ChangeAccountAsync(account => account with { PasswordHash = "other", AccessFailedCount = 1 });

        Assert.Equal(1, await Feed.FindLastAsync(_spring.Id));
    }

    [Fact]
    public async Task SettingsAndTeam_AreChangesOfTheChallenge()
    {
        await Challenges.SaveSettingsAsync(_spring with { TeamThreshold = 50 });
        await Challenges.AddTeamAsync(Sample.Team(_spring.Id));
        await Challenges.AddTeamAsync(Sample.Team(_spring.Id));

        var read = await ReadAsync(_spring, 1);
        Assert.Equal((3, true), (read.Number, read.OfChallenge));
        Assert.Empty(read.Changed);
        Assert.False((await ReadAsync(_summer, 0)).OfChallenge);
    }

    [Fact]
    public async Task Read_OfATeam_LoadsItsMembersAlone()
    {
        var team = Sample.Team(_spring.Id);
        await Challenges.AddTeamAsync(team);
        await Challenges.SaveEnrolmentAsync(
            Sample.Enrolment(_spring.Id, _ben), [new MembershipRecord(team.Id, _spring.Id, _ben, Sample.Monday, null)]);
        await Writer.CommitAsync(Sample.CheckIn(_ana));

        var read = await Feed.ReadAsync(_spring.Id, team.Id, 2);

        Assert.Equal(2, read!.Changed.Count);
        Assert.Equal(_ben, Assert.Single(read.People).Id);
    }

    [Fact]
    public async Task Prune_KeepsTheLatest_AndWhoIsFurtherBehindReadsNothing()
    {
        for (var day = 0; day < 5; day++)
        {
            await Writer.CommitAsync(Sample.CheckIn(_ana, Sample.Monday.AddDays(day)));
        }

        Assert.Equal(3 + 3, await Feed.PruneAsync(kept: 3));

        Assert.Null(await Feed.ReadAsync(_spring.Id, 2));
        Assert.Equal(6, (await ReadAsync(_spring, 3)).Number);
    }

    [Fact]
    public async Task DeletedChallenge_HasNoFeed()
    {
        await Challenges.DeleteAsync(_spring.Id);

        Assert.Null(await Feed.FindLastAsync(_spring.Id));
        Assert.Equal([(_summer.Id, 2L)], Sorted(await Writer.CommitAsync(Sample.CheckIn(_ana))));
    }

    [Fact]
    public async Task Versions_CountEveryChangeOfEnrolmentAndSettings()
    {
        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(_spring.Id, _ana), []);
        await Challenges.SaveSettingsAsync(_spring);
        await Challenges.SaveSettingsAsync(_spring);
        await Writer.CommitAsync(Sample.CheckIn(_ana));

        var versions = await Challenges.LoadVersionsAsync(_ana);

        var spring = versions.Single(version => version.ChallengeId == _spring.Id);
        Assert.Equal((1, 2), (spring.OfEnrolment, spring.OfChallenge));
        var summer = versions.Single(version => version.ChallengeId == _summer.Id);
        Assert.Equal((0, 0), (summer.OfEnrolment, summer.OfChallenge));
    }

    // Spring first, whatever the ids.
    private IEnumerable<(ChallengeId Challenge, long Number)> Sorted(LedgerReceipt receipt) =>
        receipt.Changes.Select(change => (change.Challenge, change.Number)).OrderBy(change => change.Challenge == _summer.Id);

    private async Task<FeedChanges> ReadAsync(ChallengeRecord challenge, long after) =>
        await Feed.ReadAsync(challenge.Id, after) ?? throw new InvalidOperationException("The feed does not reach back so far.");

    private async Task ChangeAccountAsync(Func<AccountRecord, AccountRecord> change)
    {
        var account = (await Get<IAccountStore>().FindAsync(_ana))!;
        Assert.Equal(AccountUpdate.Updated, await Get<IAccountStore>().UpdateAsync(change(account), account.ConcurrencyStamp));
    }

    public sealed class OnSqlite() : ChangeFeedTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ChangeFeedTests(postgreSql);
}
