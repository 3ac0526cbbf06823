using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.PrivateHealth;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Teams;
using StretchChallenge.Storage.Users;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>No statement that runs for a page, a check-in, a grain or a clean-up reads a whole table.</summary>
public abstract partial class QueryPlanTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly UserId _user = new("u");
    private static readonly ChallengeId _challenge = new("c");
    private static readonly SessionId _session = new("s");

    private readonly bool _isPostgreSql = postgreSql is not null;

    [Fact]
    public Task People_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new PeopleStore(database);
        return
        [
            () => store.LoadAsync(_user),
            () => store.LoadParticipantsAsync(_challenge),
            () => store.LoadMembersAsync(new TeamId("t")),
            () => store.FindCommandAsync(_user, "id"),
            () => store.IsRunCompletedAsync("run"),
            () => store.LoadOccupiedTimeAsync(_user, Sample.Now),
            () => store.CountSessionsAsync(_user, Sample.Monday, Sample.Monday),
            () => store.SaveZoneChangesAsync(_user, []),
            () => store.SaveWorkPatternsAsync(_user, []),
            () => store.RemoveTimeOffAsync(_user, "id"),
            () => store.DeleteCommandsAsync(Sample.Now),
        ];
    });

    [Fact]
    public Task Challenges_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new ChallengeStore(database);
        return
        [
            () => store.ExistsAsync(_challenge),
            () => store.LoadAsync(_challenge),
            () => store.LoadForUserAsync(_user),
            () => store.FindByCodeAsync("code"),
            () => store.LoadRosterAsync(_challenge),
            () => store.FindTeamAsync(new TeamId("t")),
            () => store.LoadTeamsAsync(_challenge),
            () => store.LoadVersionsAsync(_user),
            () => store.LoadZonesAsync(_challenge),
        ];
    });

    [Fact]
    public Task ChangeFeed_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var feed = new ChangeFeed(database);
        return
        [
            () => feed.FindLastAsync(_challenge),
            () => feed.ReadAsync(_challenge, 1),
            () => feed.ReadAsync(_challenge, new TeamId("t"), 1),
        ];
    });

    [Fact]
    public Task AuditLog_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var log = new AuditLog(database);
        return [() => log.ReadAsync(_challenge, null, 10), () => log.ReadAsync(null, null, 10)];
    });

    [Fact]
    public Task Sessions_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new SessionStore(database, new ParticipationMetrics(Get<IMeterFactory>()));
        return
        [
            () => store.ExistsAsync(_session),
            () => store.LoadAsync(_session),
            () => store.FindByCodeAsync("code"),
            () => store.FinishAsync(_session),
            () => store.SettleAsync(_session, Sample.Now),
            () => store.FindUnsettledAsync(Sample.Now),
            () => store.FindStartingAsync(Sample.Now, Sample.Now),
            () => store.LoadOpenAsync(_challenge),
            () => store.FindNextAsync(_challenge, Sample.Now),
            () => store.FindNextAsync(_user, Sample.Now),
            () => store.LoadPlannedAsync(_user, Sample.Now),
        ];
    });

    [Fact]
    public Task Schedules_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new ScheduleStore(database);
        return
        [
            () => store.LoadAsync(_challenge),
            () => store.EndAsync(_challenge, new ScheduleId("s"), Sample.Now),
            () => store.LoadUpcomingAsync(null, Sample.Monday),
            () => store.LoadUpcomingAsync(_challenge, Sample.Monday),
        ];
    });

    [Fact]
    public Task TeamTalk_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new TeamTalkStore(database);
        return
        [
            () => store.FindChoiceAsync(_user),
            () => store.LoadSentAsync(_user, new TeamId("t"), Sample.Monday),
            () => store.LoadReceivedAsync(_user, Sample.Monday),
            () => store.LoadSinceAsync(Sample.Now),
            () => store.LoadReactionsAsync(new TeamId("t"), Sample.Monday),
            () => store.PruneAsync(Sample.Monday),
        ];
    });

    [Fact]
    public async Task CreateSession_HostsOpenOnes_AreFoundByAnIndex()
    {
        var host = await RegisterAsync();
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, host));
        await AssertNoScanAsync(database =>
        {
            var store = new SessionStore(database, new ParticipationMetrics(Get<IMeterFactory>()));
            return [() => store.CreateAsync(Sample.Session(challenge.Id, host), new SessionLimits(5, 3))];
        });
    }

    [Fact]
    public Task Accounts_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var accounts = new AccountStore(database);
        var revoked = new RevokedSignInStore(database);
        return
        [
            () => accounts.FindAsync(_user),
            () => accounts.FindByEmailAsync("E"),
            () => revoked.LoadSinceAsync(Sample.Now),
            () => revoked.ExpireAsync(Sample.Now),
        ];
    });

    [Fact]
    public Task Others_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var (reminders, keys, health) = (new ReminderStore(database), new IdempotencyStore(database), new HealthRecordStore(database));
        return
        [
            () => new WallStore(database).FindAsync("hash"),
            () => new CalendarFeedStore(database).FindAsync("hash"),
            () => reminders.LoadAsync("grain"),
            () => reminders.LoadRangeAsync(1, 2),
            () => reminders.LoadRangeAsync(2, 1),
            () => reminders.FindAsync("grain", "name"),
            () => keys.ExpireAsync(Sample.Now),
            () => keys.ReleaseAsync(new IdempotencyKey(_user, "POST", "/", "key")),
            () => health.FindSafetyAnswerAsync(_user),
            () => health.LoadSelfTestsAsync(_user),
        ];
    });

    private async Task AssertNoScanAsync(Func<ExplainingDatabase, Func<Task>[]> calls)
    {
        await using var database = new ExplainingDatabase(Database, _isPostgreSql);
        foreach (var call in calls(database))
        {
            await call();
        }

        Assert.NotEmpty(database.Plans);
        Assert.DoesNotContain(database.Plans, plan => (_isPostgreSql ? PostgreSqlScan() : SqliteScan()).IsMatch(plan));
    }

    // SQLite names a search by an index SEARCH; CONSTANT ROW and the rows of a subquery are no tables.
    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW|\d+ CONSTANT|\(subquery|SUBQUERY)", RegexOptions.Multiline)]
    private static partial Regex SqliteScan();

    [GeneratedRegex(@"\bSeq Scan on\b")]
    private static partial Regex PostgreSqlScan();

    public sealed class OnSqlite() : QueryPlanTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : QueryPlanTests(postgreSql);
}
