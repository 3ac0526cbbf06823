using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Hosting;

public abstract class KeyStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Add_OnOneNode_IsSeenByAnother()
    {
        Assert.Empty(await Get<IKeyStore>().LoadAsync());

        await Get<IKeyStore>().AddAsync("key-1", "<key id=\"1\" />");
        await Get<IKeyStore>().AddAsync("key-1", "<key id=\"2\" />");

        var other = await StartNodeAsync();
        Assert.Equal(["<key id=\"1\" />", "<key id=\"2\" />"], (await other.Get<IKeyStore>().LoadAsync()).Order());
    }

    public sealed class OnSqlite() : KeyStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : KeyStoreTests(postgreSql);
}
