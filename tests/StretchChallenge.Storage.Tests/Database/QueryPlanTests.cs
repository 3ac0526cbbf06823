using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.PrivateHealth;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Results;
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
            () => store.FindCommandAsync(_user, "id"),
            () => store.IsRunCompletedAsync("run"),
            () => store.LoadOccupiedTimeAsync(_user, Sample.Now),
            () => store.CountSessionsAsync(_user, Sample.Monday, Sample.Monday),
            () => store.SumSecondsAsync(_user, Sample.Monday, Sample.Monday),
            () => store.SaveZoneChangesAsync(_user, []),
            () => store.SaveWorkPatternsAsync(_user, []),
            () => store.RemoveTimeOffAsync(_user, "id"),
            () => store.DeleteCommandsAsync(Sample.Now),
        ];
    });

    [Fact]
    public Task Participants_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new ParticipantStore(database);
        var challenge = Sample.Challenge();
        return
        [
            () => store.CountAsync(_challenge),
            () => store.ReadEverybodyAsync(challenge, _ => { }),
            () => store.ReadEverybodyAsync(challenge with { CancelledAt = Sample.Now }, _ => { }),
            () => store.LoadMembersAsync(challenge, new TeamId("t")),
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
    public Task Members_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var members = new MemberStore(database);
        var invited = new InvitedPeopleStore(database);
        var query = new MemberQuery(_challenge, Sample.Monday, 10);
        return
        [
            () => members.LoadAsync(query),
            () => members.LoadAsync(query with { Search = "a", After = _user, Team = new TeamId("t"), Activity = MemberActivity.Quiet }),
            () => invited.LoadAsync(_challenge, "id", 10),
            () => invited.RemoveAsync(_challenge, "id"),
            () => invited.LoadOffersAsync(_user, Sample.Monday),
            () => invited.FindTeamAsync(_challenge, _user),
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
    public Task PersonalData_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var sealedDays = new SealedDayStore(database);
        return
        [
            () => sealedDays.LoadAsync(_challenge),
            () => sealedDays.LoadAsync(new TeamId("t")),
            () => sealedDays.LoadWithoutTeamAsync(_challenge),
            () => new PersonalDataStore(database).LoadAsync(_user),
            () => new DayRetention(database).FindDueAsync(Sample.Monday, 10),
        ];
    });

    [Fact]
    public Task Results_EachStatement_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var store = new ResultsStore(database);
        return
        [
            () => store.FindSeasonsAsync(_user, Sample.Monday),
            () => store.LoadPeopleAsync(_challenge, "", 10),
            () => store.LoadCorrectionsAsync(_challenge, 10),
            () => store.WithdrawCorrectionAsync(_challenge, _user, Sample.Monday, new("j", null, Sample.Now, null, "correctionWithdrawn", null, "{}")),
            () => store.CancelAsync(_challenge, Sample.Now, new("i", null, Sample.Now, null, "challengeCancelled", null, "{}")),
        ];
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
        var passkeys = new PasskeyStore(database);
        return
        [
            () => accounts.FindAsync(_user),
            () => accounts.FindByEmailAsync("E"),
            () => accounts.LoadNamesAsync([_user, new UserId("v")]),
            () => revoked.LoadSinceAsync(Sample.Now),
            () => revoked.ExpireAsync(Sample.Now),
            () => passkeys.LoadAsync(_user),
            () => passkeys.FindAsync("credential"),
            () => passkeys.UseAsync(new PasskeyUse("credential", 1, false, Sample.Now), Sample.Challenge(Sample.Now)),
            () => passkeys.RemoveAsync(_user, "id"),
        ];
    });

    [Fact]
    public Task Administration_EachStatementWithoutSearch_UsesAnIndex() => AssertNoScanAsync(database =>
    {
        var (store, signIns, resets) = (new AdministrationStore(database), new SignInStore(database), new PasswordResetStore(database));
        return
        [
            () => store.LoadAccountsAsync(null, null, 50),
            () => store.FindAccountAsync(_user),
            () => store.LoadChallengesAsync(null, null, 50),
            () => signIns.LoadAsync(_user, Sample.Now),
            () => signIns.ExpireAsync(Sample.Now),
            () => signIns.EndAllAsync(_user, null, Sample.Now, Sample.Now),
            () => resets.FindAsync("hash", Sample.Now),
            () => resets.VoidAsync(_user),
            () => new SiteSettingStore(database).FindAsync("registration"),
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

    // SQLite names a search by an index SEARCH; CONSTANT ROW and the rows of a subquery, which may be named, are no tables.
    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW|\d+ CONSTANT|\(subquery|SUBQUERY|days$)", RegexOptions.Multiline)]
    private static partial Regex SqliteScan();

    [GeneratedRegex(@"\bSeq Scan on\b")]
    private static partial Regex PostgreSqlScan();

    public sealed class OnSqlite() : QueryPlanTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : QueryPlanTests(postgreSql);
}
