using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Tests.DataMigration;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.PersonalData;

public abstract class AccountDeletionTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private readonly bool _isPostgreSql = postgreSql is not null;

    private IAccountDeletion Deletion => Get<IAccountDeletion>();

    [Fact]
    public async Task Delete_PersonWithSomethingInEveryTable_LeavesNothingThatNamesThem()
    {
        var filled = new FilledLedger(Node);
        await filled.FillAsync();
        var person = filled.Person;
        await NameInPathAsync(person.Id);
        string[] names = [person.Id.Value, person.Email!, person.NormalizedEmail!, "Zoë"];
        foreach (var name in names)
        {
            Assert.NotEmpty(await FindAsync(name));
        }

        Assert.IsType<AccountDeletionResult.Deleted>(await DeleteAsync(person.Id));

        foreach (var name in names)
        {
            Assert.Empty(await FindAsync(name));
        }
    }

    [Fact]
    public async Task Delete_TeamDaysAreAddedToWhatIsSealed()
    {
        var (challenge, team, ann) = await TeamAsync();
        var ben = await MemberAsync(challenge, team);
        var day = new SealedTeamDay(team, Sample.Monday, Done: 1, Due: 1);

        await DeleteAsync(ann, day);
        await DeleteAsync(ben, day with { Done = 0 }, day with { Date = Sample.Monday.AddDays(1) });

        SealedTeamDay[] expected = [day with { Due = 2 }, day with { Date = Sample.Monday.AddDays(1) }];
        Assert.Equal(expected, (await Get<ISealedDayStore>().LoadAsync(team)).OrderBy(one => one.Date));
        Assert.Equal(expected, (await Get<ISealedDayStore>().LoadAsync(challenge)).OrderBy(one => one.Date));
    }

    [Fact]
    public async Task Delete_SealingFails_LeavesAllAsItWas()
    {
        var (challenge, _, ann) = await TeamAsync();
        var number = await Get<IChangeFeed>().FindLastAsync(challenge);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Deletion.DeleteAsync(ann, (_, _) => throw new InvalidOperationException()));

        Assert.NotNull(await Get<IAccountStore>().FindAsync(ann));
        Assert.Single((await Get<IPeopleStore>().LoadAsync(ann))!.Memberships);
        Assert.Equal(number, await Get<IChangeFeed>().FindLastAsync(challenge));
    }

    [Fact]
    public async Task Delete_IsAChangeOfTheFeedThatNamesNobody()
    {
        var (challenge, team, ann) = await TeamAsync();
        var number = (await Get<IChangeFeed>().FindLastAsync(challenge))!.Value;

        await DeleteAsync(ann);

        var changes = (await Get<IChangeFeed>().ReadAsync(challenge, number))!;
        Assert.Equal((number + 1, true, false), (changes.Number, changes.SomebodyIsGone, changes.OfChallenge));
        Assert.True((await Get<IChangeFeed>().ReadAsync(challenge, team, number))!.SomebodyIsGone);
        Assert.DoesNotContain(ann, (await Get<IChangeFeed>().ReadAsync(challenge, 0))!.Changed);
    }

    [Fact]
    public async Task Delete_AuditLog_KeepsItsEntriesAndNamesNobody()
    {
        var (challenge, _, ann) = await TeamAsync();
        var other = await RegisterAsync();
        var entry = new AuditEntry(AuditEntry.NewId(Sample.Now), challenge, Sample.Now, ann, "memberRemoved", other, "{}");
        var about = new AuditEntry(AuditEntry.NewId(Sample.Now.AddSeconds(1)), challenge, Sample.Now, other, "dayCorrected", ann, """{"reason":"Ann was ill"}""");
        await Get<IAuditLog>().AppendAsync(entry);
        await Get<IAuditLog>().AppendAsync(about);

        await DeleteAsync(ann);

        Assert.Equal(
            [about with { SubjectId = null, Detail = "{}" }, entry with { ActorId = null }],
            (await Get<IAuditLog>().ReadAsync(challenge, null, 10)).AsEnumerable());
    }

    [Fact]
    public async Task Delete_OnlyOrganiserOfOthers_IsRefused()
    {
        var (challenge, organiser) = await OrganisedAsync();
        var member = await RegisterAsync();
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge, member), []);

        Assert.IsType<AccountDeletionResult.LastOrganiser>(await DeleteAsync(organiser));
        Assert.NotNull(await Get<IAccountStore>().FindAsync(organiser));

        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge, member) with { Role = ChallengeRole.Organiser }, []);
        Assert.IsType<AccountDeletionResult.Deleted>(await DeleteAsync(organiser));
        Assert.True(await Get<IChallengeStore>().ExistsAsync(challenge));
    }

    [Fact]
    public async Task Delete_TwoOrganisersAtTheSameTime_OneOfThemStays()
    {
        var (challenge, one) = await OrganisedAsync();
        var other = await RegisterAsync();
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge, other) with { Role = ChallengeRole.Organiser }, []);
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge, await RegisterAsync()), []);

        var results = await Task.WhenAll(DeleteAsync(one), DeleteAsync(other));

        Assert.Single(results, result => result is AccountDeletionResult.Deleted);
        Assert.Single(results, result => result is AccountDeletionResult.LastOrganiser);
    }

    [Fact]
    public async Task Delete_OrganiserWhoIsAlone_TakesTheChallengeAlong()
    {
        var (challenge, organiser) = await OrganisedAsync();
        var gone = await RegisterAsync();
        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(challenge, gone) with { Absences = [DateRange.Since(Sample.Monday)] }, []);
        var session = Sample.Session(challenge, organiser);
        await Get<ISessionStore>().CreateAsync(session);

        var deleted = Assert.IsType<AccountDeletionResult.Deleted>(await DeleteAsync(organiser));

        Assert.Equal([challenge], deleted.Challenges.AsEnumerable());
        Assert.Equal([new DeletedFromSession(session.Id, WithChallenge: true)], deleted.Sessions.AsEnumerable());
        Assert.False(await Get<IChallengeStore>().ExistsAsync(challenge));
        Assert.NotNull(await Get<IAccountStore>().FindAsync(gone));
    }

    [Fact]
    public async Task Delete_HostOfABreak_LeavesItWithoutAHostAndWithoutTheirName()
    {
        var (challenge, _, ann) = await TeamAsync();
        var session = Sample.Session(challenge, ann);
        await Get<ISessionStore>().CreateAsync(session);
        await Get<ISessionStore>().AddParticipantsAsync(session.Id, [new ParticipantRecord("p", ann, null, "Ann", false, Sample.Now, null)]);

        var deleted = Assert.IsType<AccountDeletionResult.Deleted>(await DeleteAsync(ann));

        var stored = (await Get<ISessionStore>().LoadAsync(session.Id))!;
        Assert.Equal([new DeletedFromSession(session.Id, WithChallenge: false)], deleted.Sessions.AsEnumerable());
        Assert.Null(stored.Session.Host);
        Assert.Empty(stored.Participants);
        Assert.Empty(stored.Presences);
    }

    [Fact]
    public async Task Delete_OnlyAdministrator_IsRefusedWhileOthersHaveAccounts()
    {
        var administrator = await RegisterAsync();
        var other = await RegisterAsync();

        Assert.IsType<AccountDeletionResult.LastAdministrator>(await DeleteAsync(administrator));

        await DeleteAsync(other);
        await Get<IAccountStore>().CreateAsync(Sample.Account(kind: AccountKind.Guest), mayBeFirst: false);
        Assert.IsType<AccountDeletionResult.Deleted>(await DeleteAsync(administrator));
        Assert.False(await Get<IAccountStore>().AnyPersonAsync());
    }

    [Fact]
    public async Task Delete_UnknownAccount_IsUnknown() =>
        Assert.IsType<AccountDeletionResult.Unknown>(await DeleteAsync(new UserId("nobody")));

    private Task<AccountDeletionResult> DeleteAsync(UserId user, params SealedTeamDay[] days) =>
        Deletion.DeleteAsync(user, (_, _) => new SealedPersonDays([.. days], []));

    private async Task<(ChallengeId Challenge, UserId Organiser)> OrganisedAsync()
    {
        // The site's administrator, who stays.
        await RegisterAsync();
        var organiser = await RegisterAsync();
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, organiser) with { Role = ChallengeRole.Organiser });
        return (challenge.Id, organiser);
    }

    private async Task<(ChallengeId Challenge, TeamId Team, UserId Member)> TeamAsync()
    {
        var (challenge, _) = await OrganisedAsync();
        var team = Sample.Team(challenge);
        await Get<IChallengeStore>().AddTeamAsync(team);
        return (challenge, team.Id, await MemberAsync(challenge, team.Id));
    }

    private async Task<UserId> MemberAsync(ChallengeId challenge, TeamId team)
    {
        var member = await RegisterAsync();
        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(challenge, member), [new MembershipRecord(team, challenge, member, Sample.Monday, null)]);
        return member;
    }

    // A request of somebody else, about the person.
    private async Task NameInPathAsync(UserId person)
    {
        var organiser = Sample.Account(kind: AccountKind.Guest);
        await Get<IAccountStore>().CreateAsync(organiser, mayBeFirst: false);
        var key = new IdempotencyKey(organiser.Id, "PUT", $"/api/challenges/c/members/{person.Value}", "1");
        await Get<IIdempotencyStore>().ReserveAsync(key, "body", Sample.Now);
    }

    // Where a text is in the database: the tables of PostgreSQL, and the bytes of SQLite's file and of its log.
    private Task<ImmutableArray<string>> FindAsync(string text) => _isPostgreSql ? FindInTablesAsync(text) : FindInFilesAsync(text);

    private async Task<ImmutableArray<string>> FindInTablesAsync(string text)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                tables.Add(rows.GetString(0));
            }
        }

        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var table in tables)
        {
            await using var find = source.CreateCommand($"""SELECT EXISTS (SELECT 1 FROM "{table}" AS found WHERE strpos(found::text, $1) > 0)""");
            find.Parameters.Add(new NpgsqlParameter { Value = text });
            if ((bool)(await find.ExecuteScalarAsync())!)
            {
                found.Add(table);
            }
        }

        return found.ToImmutable();
    }

    private async Task<ImmutableArray<string>> FindInFilesAsync(string text)
    {
        var file = new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource;
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*"))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            {
                found.Add(path);
            }
        }

        return found.ToImmutable();
    }

    public sealed class OnSqlite() : AccountDeletionTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AccountDeletionTests(postgreSql);
}
