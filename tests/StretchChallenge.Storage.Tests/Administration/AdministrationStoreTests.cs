using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Administration;

public abstract class AdministrationStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly AuditActor _console = new(null, Sample.Now);
    private static readonly SignInEnd _end = new("new stamp", Sample.Now.AddDays(30));

    private IAdministrationStore Store => Get<IAdministrationStore>();

    [Fact]
    public async Task LoadAccounts_PageByPage_ReturnsEveryPersonOnceNewestFirst()
    {
        // Several were made at the same instant.
        var people = new List<UserId>();
        for (var index = 0; index < 7; index++)
        {
            people.Add(await AddAsync($"p{index}", Sample.Now.AddMinutes(index / 2)));
        }

        await Get<IAccountStore>().CreateAsync(Sample.Account(kind: AccountKind.Demo), mayBeFirst: false);

        var (read, after) = (new List<AdministeredAccount>(), (UserId?)null);
        while (await Store.LoadAccountsAsync(null, after, 3) is { IsEmpty: false } page)
        {
            read.AddRange(page);
            after = page[^1].Id;
        }

        Assert.Equal(people.Order(ById), read.Select(one => one.Id).Order(ById));
        Assert.Equal(read.Select(one => one.CreatedAt).OrderDescending(), read.Select(one => one.CreatedAt));
        Assert.Null(await Store.LoadAccountsAsync(null, new UserId("nobody"), 3));
    }

    [Theory]
    [InlineData("änne", "Änne Öz")]
    [InlineData("ÖZ", "Änne Öz")]
    [InlineData("BEN@", "Ben")]
    [InlineData("50%", "50% off_")]
    [InlineData("_", "50% off_")]
    [InlineData(@"\", null)]
    [InlineData("' OR 1=1", null)]
    public async Task LoadAccounts_Search_FindsPartsOfNamesAndEmails(string search, string? found)
    {
        await AddAsync("Änne Öz", Sample.Now);
        await AddAsync("Ben", Sample.Now, "ben@example.com");
        await AddAsync("50% off_", Sample.Now);

        var page = await Store.LoadAccountsAsync(search, null, 10);

        Assert.Equal(found is null ? [] : [found], page!.Value.Select(one => one.Name));
    }

    [Fact]
    public async Task FindAccount_InChallenges_CountsThoseThePersonIsInNow()
    {
        var user = await AddAsync("Ann", Sample.Now);
        await JoinAsync(Sample.Challenge(), user);
        await JoinAsync(Sample.Challenge(), user, left: true);

        Assert.Equal(1, (await Store.FindAccountAsync(user))!.Challenges);
    }

    [Fact]
    public async Task ChangeAccount_Disabled_EndsSignInsFeedAndTellsTheLog()
    {
        var administrator = await AddAsync("Root", Sample.Now);
        var user = await AddAsync("Ben", Sample.Now);
        await Get<ISignInStore>().SaveAsync(user, new SignInRecord("phone", Sample.Now, Sample.Now, null));
        var feeds = Get<Storage.Calendars.ICalendarFeedStore>();
        await feeds.SaveAsync(user, "feed", Sample.Now);

        Assert.Equal(AccountAdministration.Done, await DisableAsync(user, administrator));
        Assert.Equal(AccountAdministration.Done, await DisableAsync(user, administrator));

        var account = await Get<IAccountStore>().FindAsync(user);
        Assert.True(account!.IsDisabled);
        Assert.Equal("new stamp", account.SecurityStamp);
        Assert.Empty(await Get<ISignInStore>().LoadAsync(user, Sample.Now));
        Assert.Null(await feeds.FindAsync("feed"));
        var entry = Assert.Single(await Get<IAuditLog>().ReadAsync(null, null, 10));
        Assert.Equal(("accountDisabled", administrator, user), (entry.Action, entry.ActorId, entry.SubjectId!.Value));

        await Store.ChangeAccountAsync(user, new AdministrativeChange(false, null), _end, _console);
        Assert.False((await Get<IAccountStore>().FindAsync(user))!.IsDisabled);
        Assert.Equal(user, await feeds.FindAsync("feed"));
    }

    [Fact]
    public async Task ChangeAccount_SavedFromAnOlderReading_IsNotUndone()
    {
        await AddAsync("Root", Sample.Now);
        var user = await AddAsync("Ben", Sample.Now);
        var read = (await Get<IAccountStore>().FindAsync(user))!;
        await DisableAsync(user, null);

        var saved = await Get<IAccountStore>().UpdateAsync(read with { DisplayName = "Benn", ConcurrencyStamp = "x" }, read.ConcurrencyStamp);

        Assert.Equal(AccountUpdate.Stale, saved);
    }

    [Fact]
    public async Task ChangeAccount_LastAdministrator_StaysWhatTheyAre()
    {
        var administrator = await AddAsync("Root", Sample.Now);
        var other = await AddAsync("Ben", Sample.Now);
        await ChangeAsync(other, disabled: true, administrates: true);

        Assert.Equal(AccountAdministration.LastAdministrator, await ChangeAsync(administrator, administrates: false));
        Assert.Equal(AccountAdministration.LastAdministrator, await ChangeAsync(administrator, disabled: true));
        Assert.Equal(AccountAdministration.Unknown, await ChangeAsync(new UserId("nobody"), disabled: true));

        Assert.Equal((false, true), await StateOfAsync(administrator));
        await ChangeAsync(other, disabled: false);
        Assert.Equal(AccountAdministration.Done, await ChangeAsync(administrator, administrates: false));
    }

    [Fact]
    public async Task ChangeAccount_AdministratorsRemoveEachOtherAtOnce_OneStays()
    {
        var there = await StartNodeAsync();
        var (ann, ben) = (await AddAsync("Ann", Sample.Now), await AddAsync("Ben", Sample.Now));
        for (var round = 0; round < 10; round++)
        {
            await ChangeAsync(ann, administrates: true);
            await ChangeAsync(ben, administrates: true);

            var change = new AdministrativeChange(null, false);
            var done = await Task.WhenAll(
                Store.ChangeAccountAsync(ann, change, _end, _console),
                there.Get<IAdministrationStore>().ChangeAccountAsync(ben, change, _end, _console));

            Assert.Equal([AccountAdministration.Done, AccountAdministration.LastAdministrator], done.Order());
        }
    }

    [Fact]
    public async Task ChangeAccount_BesideTheDeletionOfTheOtherAdministrator_OneStays()
    {
        var there = await StartNodeAsync();
        var ben = await AddAsync("Ben", Sample.Now);
        await AddAsync("Cem", Sample.Now);
        await ChangeAsync(ben, administrates: true);
        for (var round = 0; round < 10; round++)
        {
            var ann = await AddAsync($"Ann {round}", Sample.Now);
            await ChangeAsync(ann, administrates: true);

            // One deletes their account while the other takes their right and then gives up their own.
            var deletion = there.Get<IAccountDeletion>().DeleteAsync(ann, (_, _) => new SealedPersonDays([], []));
            var change = Store.ChangeAccountAsync(ann, new AdministrativeChange(null, false), _end, _console);
            var resignation = Store.ChangeAccountAsync(ben, new AdministrativeChange(null, false), _end, _console);
            await Task.WhenAll(deletion, change, resignation);

            Assert.Contains((await Store.LoadAccountsAsync(null, null, 50))!.Value, account => account.SiteAdministrator);
            await ChangeAsync(ben, administrates: true);
        }
    }

    [Fact]
    public async Task SignOut_Person_EndsAllSignIns()
    {
        var user = await AddAsync("Ben", Sample.Now);
        await Get<ISignInStore>().SaveAsync(user, new SignInRecord("phone", Sample.Now, Sample.Now, null));

        Assert.True(await Store.SignOutAsync(user, _end, _console));
        Assert.False(await Store.SignOutAsync(new UserId("nobody"), _end, _console));

        Assert.Empty(await Get<ISignInStore>().LoadAsync(user, Sample.Now));
        Assert.Equal("new stamp", (await Get<IAccountStore>().FindAsync(user))!.SecurityStamp);
        Assert.Equal("""{"from":"console"}""", Assert.Single(await Get<IAuditLog>().ReadAsync(null, null, 10)).Detail);
    }

    [Fact]
    public async Task LoadChallenges_PageByPage_ReturnsEachWithItsPeopleAndZones()
    {
        var user = await AddAsync("Ann", Sample.Now);
        await Get<IPeopleStore>().SaveZoneChangesAsync(user, [new ZoneChange(Sample.Now, "Asia/Kolkata", Neutralises: false)]);
        for (var index = 0; index < 5; index++)
        {
            await JoinAsync(Sample.Challenge() with { Name = $"Spring {index}", StartsOn = Sample.Monday.AddDays(index / 2) }, user, left: index == 4);
        }

        await JoinAsync(Sample.Challenge() with { IsDemo = true }, user);

        var (read, after) = (new List<AdministeredChallenge>(), (ChallengeId?)null);
        while (await Store.LoadChallengesAsync(null, after, 2) is { IsEmpty: false } page)
        {
            read.AddRange(page);
            after = page[^1].Id;
        }

        Assert.Equal(["Spring 0", "Spring 1", "Spring 2", "Spring 3", "Spring 4"], read.Select(one => one.Name).Order());
        Assert.Equal(read.Select(one => one.StartsOn).OrderDescending(), read.Select(one => one.StartsOn));
        Assert.Equal((1, "Asia/Kolkata"), (read[^1].People, Assert.Single(read[^1].Zones)));
        Assert.Equal(0, read[0].People);
        Assert.Empty(read[0].Zones);
        Assert.Equal("Spring 3", Assert.Single((await Store.LoadChallengesAsync("ING 3", null, 2))!.Value).Name);
        Assert.Null(await Store.LoadChallengesAsync(null, new ChallengeId("none"), 2));
    }

    [Fact]
    public async Task SiteSetting_SavedTwice_IsTheSecondAndInTheLog()
    {
        var settings = Get<ISiteSettingStore>();
        Assert.Null(await settings.FindAsync("registration"));

        await settings.SaveAsync("registration", """{"policy":"open"}""", "registrationChanged", new AuditActor(new UserId("u"), Sample.Now));
        await settings.SaveAsync("registration", """{"policy":"closed"}""", "registrationChanged", new AuditActor(new UserId("u"), Sample.Now.AddSeconds(1)));

        Assert.Equal("""{"policy":"closed"}""", await settings.FindAsync("registration"));
        Assert.Equal(
            ["""{"policy":"closed"}""", """{"policy":"open"}"""],
            (await Get<IAuditLog>().ReadAsync(null, null, 10)).Select(entry => entry.Detail));
    }

    [Fact]
    public async Task DatabaseStatus_Read_HasSizeAndSchema()
    {
        var figures = await Get<Storage.Hosting.IDatabaseStatus>().ReadAsync();

        Assert.True(figures.Bytes > 4096);
        Assert.True(figures.SchemaVersion >= 15);
    }

    private static readonly IComparer<UserId> ById = Comparer<UserId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private Task<AccountAdministration> DisableAsync(UserId user, UserId? by) =>
        Store.ChangeAccountAsync(user, new AdministrativeChange(true, null), _end, new AuditActor(by, Sample.Now));

    private Task<AccountAdministration> ChangeAsync(UserId user, bool? disabled = null, bool? administrates = null) =>
        Store.ChangeAccountAsync(user, new AdministrativeChange(disabled, administrates), _end, _console);

    private async Task<(bool Disabled, bool SiteAdministrator)> StateOfAsync(UserId user) =>
        await Store.FindAccountAsync(user) is { } account ? (account.Disabled, account.SiteAdministrator) : default;

    private async Task<UserId> AddAsync(string name, DateTimeOffset at, string? email = null)
    {
        var account = Sample.Account(email) with { DisplayName = name, CreatedAt = at };
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        return account.Id;
    }

    private Task<bool> JoinAsync(ChallengeRecord challenge, UserId user, bool left = false) => Get<IChallengeStore>().CreateAsync(
        challenge,
        Sample.Enrolment(challenge.Id, user) with { Absences = left ? [new DateRange(Sample.Monday, DateOnly.MaxValue)] : [] });

    public sealed class OnSqlite() : AdministrationStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AdministrationStoreTests(postgreSql);
}
