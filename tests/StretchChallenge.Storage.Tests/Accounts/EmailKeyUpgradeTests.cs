using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests.Accounts;

[Trait("Category", "Faults")]
public abstract class EmailKeyUpgradeTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Start_AccountsOfEarlierReleases_AreFoundByTheirKeysOfToday()
    {
        var hidden = await CreateAsync("ann@example.org\u200b");
        var host = await CreateAsync("bo@m\u00fcller.example");
        var usual = await CreateAsync("cy@example.org");

        var accounts = (await StartNodeAsync()).Get<IAccountStore>();

        Assert.Equal(hidden.Id, (await accounts.FindByEmailAsync("ANN@EXAMPLE.ORG"))?.Id);
        Assert.Equal(host.Id, (await accounts.FindByEmailAsync("BO@XN--MLLER-KVA.EXAMPLE"))?.Id);
        Assert.Equal(usual, await accounts.FindByEmailAsync("CY@EXAMPLE.ORG"));
    }

    [Fact]
    public async Task Start_TwoAccountsThatFallTogether_KeepBoth()
    {
        var clean = await CreateAsync("ann@example.org");
        var joined = await CreateAsync("ann\u200d@example.org");

        await StartNodeAsync();
        var accounts = (await StartNodeAsync()).Get<IAccountStore>();

        Assert.Equal(clean.Id, (await accounts.FindByEmailAsync(clean.NormalizedEmail!))?.Id);
        Assert.Equal(joined.Id, (await accounts.FindByEmailAsync(joined.NormalizedEmail!))?.Id);
    }

    private async Task<AccountRecord> CreateAsync(string email)
    {
        var account = Sample.Account(email);
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        return account;
    }

    public sealed class OnSqlite() : EmailKeyUpgradeTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : EmailKeyUpgradeTests(postgreSql);
}
