using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Hosting;

/// <summary>The storage from the program's start to its end.</summary>
public abstract class LedgerLifetimeTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Stop_CheckInsWaiting_AreDurableBeforeTheProgramEnds()
    {
        var user = await RegisterAsync();
        var ending = CreateNode();
        var calls = Enumerable.Range(0, 300)
            .Select(day => ending.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(day))))
            .ToList();

        await ending.StartAsync();
        await ending.StopAsync();

        Assert.Equal(300, (await Get<IPeopleStore>().LoadAsync(user))!.Credits.Length);
        Assert.All(await Task.WhenAll(calls), outcome => Assert.Equal(LedgerOutcome.Committed, outcome));
    }

    [Fact]
    public async Task Probe_OfARunningNode_Returns()
    {
        await Get<ILedgerProbe>().CheckAsync();
    }

    [Fact]
    public async Task Probe_BeforeTheStartAndAfterTheEnd_Throws()
    {
        var node = CreateNode();
        await Assert.ThrowsAsync<LedgerBusyException>(() => node.Get<ILedgerProbe>().CheckAsync());

        await node.StartAsync();
        await node.StopAsync();
        await Assert.ThrowsAsync<LedgerBusyException>(() => node.Get<ILedgerProbe>().CheckAsync());
    }

    [Fact]
    public async Task Probe_SchemaGone_Throws()
    {
        await Get<LedgerDatabase>().WriteAsync(session => session.ExecuteAsync("DROP TABLE schema_migrations"), CancellationToken.None);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Get<ILedgerProbe>().CheckAsync());
    }

    public sealed class OnSqlite() : LedgerLifetimeTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : LedgerLifetimeTests(postgreSql);
}
