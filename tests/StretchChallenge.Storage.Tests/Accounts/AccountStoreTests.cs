using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests.Accounts;

public abstract class AccountStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IAccountStore Accounts => Get<IAccountStore>();

    [Fact]
    public async Task LoadNames_SomeAreGone_ReturnsTheOthers()
    {
        var account = Sample.Account();
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);

        var names = await Get<IAccountStore>().LoadNamesAsync([account.Id, new UserId("gone"), account.Id]);

        Assert.Equal((account.Id, account.DisplayName), (Assert.Single(names).Key, names[account.Id]));
        Assert.Empty(await Get<IAccountStore>().LoadNamesAsync([]));
    }

    [Fact]
    public async Task Create_ThenFind_ReturnsEveryValue()
    {
        await Accounts.CreateAsync(Sample.Account(), mayBeFirst: true);
        var account = Sample.Account();

        Assert.Equal(new AccountCreation.Created(IsSiteAdministrator: false), await Accounts.CreateAsync(account, mayBeFirst: true));

        Assert.Equal(account, await Accounts.FindAsync(account.Id));
        Assert.Equal(account, await Accounts.FindByEmailAsync(account.NormalizedEmail!));
    }

    [Fact]
    public async Task Create_WithoutEmailAndPassword_IsPossibleManyTimes()
    {
        for (var i = 0; i < 2; i++)
        {
            var guest = Sample.Account(kind: AccountKind.Guest) with
            {
                Email = null,
                NormalizedEmail = null,
                PasswordHash = null,
                LockoutEnd = null,
            };

            Assert.IsType<AccountCreation.Created>(await Accounts.CreateAsync(guest, mayBeFirst: false));
            Assert.Equal(guest, await Accounts.FindAsync(guest.Id));
        }
    }

    [Fact]
    public async Task Find_NobodyThere_ReturnsNull()
    {
        Assert.Null(await Accounts.FindAsync(new UserId("nobody")));
        Assert.Null(await Accounts.FindByEmailAsync("NOBODY@EXAMPLE.ORG"));
    }

    [Fact]
    public async Task Create_EmailOfAnother_IsRefusedAndSavesNothing()
    {
        await Accounts.CreateAsync(Sample.Account("ana@example.org"), mayBeFirst: true);
        var second = Sample.Account("Ana@Example.org");

        Assert.IsType<AccountCreation.EmailTaken>(await Accounts.CreateAsync(second, mayBeFirst: true));
        Assert.Null(await Accounts.FindAsync(second.Id));
    }

    [Fact]
    public async Task Create_SameEmailTwentyTimesAtOnce_SavesOne()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => Accounts.CreateAsync(Sample.Account("ana@example.org"), mayBeFirst: true))));

        Assert.Single(results, result => result is AccountCreation.Created);
        Assert.Equal(19, results.Count(result => result is AccountCreation.EmailTaken));
    }

    [Fact]
    public async Task Create_VeryFirstPerson_BecomesSiteAdministrator()
    {
        var first = Sample.Account();

        Assert.False(await Accounts.AnyPersonAsync());
        Assert.Equal(new AccountCreation.Created(IsSiteAdministrator: true), await Accounts.CreateAsync(first, mayBeFirst: true));

        Assert.True(await Accounts.AnyPersonAsync());
        Assert.Equal(first with { IsSiteAdministrator = true }, await Accounts.FindAsync(first.Id));
    }

    [Fact]
    public async Task Create_FirstPersonWhoMayNotBe_IsRefusedUntilSomebodyElseIs()
    {
        var stranger = Sample.Account();

        Assert.IsType<AccountCreation.FirstAccountNeedsSetup>(await Accounts.CreateAsync(stranger, mayBeFirst: false));
        Assert.Null(await Accounts.FindAsync(stranger.Id));
        Assert.False(await Accounts.AnyPersonAsync());

        await Accounts.CreateAsync(Sample.Account(), mayBeFirst: true);
        Assert.Equal(new AccountCreation.Created(IsSiteAdministrator: false), await Accounts.CreateAsync(stranger, mayBeFirst: false));
    }

    [Theory]
    [InlineData(AccountKind.Demo)]
    [InlineData(AccountKind.Guest)]
    public async Task Create_DemoPeopleAndGuests_NeverCountAsFirst(AccountKind kind)
    {
        Assert.Equal(
            new AccountCreation.Created(IsSiteAdministrator: false),
            await Accounts.CreateAsync(Sample.Account(kind: kind), mayBeFirst: true));

        Assert.False(await Accounts.AnyPersonAsync());
        Assert.Equal(new AccountCreation.Created(IsSiteAdministrator: true), await Accounts.CreateAsync(Sample.Account(), mayBeFirst: true));
    }

    [Fact]
    public async Task Create_FiftyAtOnceOnTwoNodes_MakesExactlyOneAdministrator()
    {
        var other = await StartNodeAsync();
        IAccountStore[] nodes = [Accounts, other.Get<IAccountStore>()];

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => nodes[i % 2].CreateAsync(Sample.Account(), mayBeFirst: true))));

        Assert.Single(results, new AccountCreation.Created(IsSiteAdministrator: true));
        Assert.Equal(49, results.Count(result => result == new AccountCreation.Created(IsSiteAdministrator: false)));
    }

    [Fact]
    public async Task Update_StampAsRead_SavesEverythingThatCanChange()
    {
        var account = await CreateAsync();
        var changed = Sample.Account() with
        {
            Id = account.Id,
            ShowName = false,
            PasswordHash = "another",
            LockoutEnd = null,
            AccessFailedCount = 0,
            IsSiteAdministrator = true,
        };

        Assert.Equal(AccountUpdate.Updated, await Accounts.UpdateAsync(changed, account.ConcurrencyStamp));
        Assert.Equal(changed, await Accounts.FindAsync(account.Id));
    }

    [Fact]
    public async Task Update_StampOutdated_ChangesNothing()
    {
        var account = await CreateAsync();
        var first = account with { DisplayName = "First", ConcurrencyStamp = "1" };
        await Accounts.UpdateAsync(first, account.ConcurrencyStamp);

        var second = account with { DisplayName = "Second", ConcurrencyStamp = "2" };

        Assert.Equal(AccountUpdate.Stale, await Accounts.UpdateAsync(second, account.ConcurrencyStamp));
        Assert.Equal("First", (await Accounts.FindAsync(account.Id))!.DisplayName);
    }

    [Fact]
    public async Task Update_EmailOfAnother_IsRefused()
    {
        var taken = await CreateAsync();
        var account = await CreateAsync();

        var result = await Accounts.UpdateAsync(account with { NormalizedEmail = taken.NormalizedEmail }, account.ConcurrencyStamp);

        Assert.Equal(AccountUpdate.EmailTaken, result);
        Assert.Equal(account.NormalizedEmail, (await Accounts.FindAsync(account.Id))!.NormalizedEmail);
    }

    private async Task<AccountRecord> CreateAsync()
    {
        var account = Sample.Account();
        await Accounts.CreateAsync(account, mayBeFirst: true);
        return account;
    }

    public sealed class OnSqlite() : AccountStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AccountStoreTests(postgreSql);
}
