using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Hosting;

public abstract class KeyStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Add_OnOneNode_IsSeenByAnother()
    {
        Assert.Empty(await Get<IKeyStore>().LoadAsync());

        await Get<IKeyStore>().AddAsync("key-1", "<key id=\"1\" />", known: 0);
        await Get<IKeyStore>().AddAsync("key-1", "<key id=\"2\" />", known: 1);

        var other = await StartNodeAsync();
        Assert.Equal(["<key id=\"1\" />", "<key id=\"2\" />"], (await other.Get<IKeyStore>().LoadAsync()).Order());
    }

    [Fact]
    public async Task Add_ManyNodesAtOnceOnAnEmptyStore_OneSucceeds()
    {
        var other = await StartNodeAsync();
        LedgerNode[] nodes = [Node, other, Node, other];

        var added = await Task.WhenAll(nodes.Select(
            (node, number) => Task.Run(() => node.Get<IKeyStore>().AddAsync($"key-{number}", $"<key id=\"{number}\" />", known: 0))));

        Assert.Single(added, succeeded => succeeded);
        Assert.Single(await Get<IKeyStore>().LoadAsync());
    }

    public sealed class OnSqlite() : KeyStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : KeyStoreTests(postgreSql);
}
