using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests;

/// <summary>
/// A test of the storage, on a database of its own. Each suite is written once and derived twice: for SQLite and
/// for PostgreSQL.
/// </summary>
public abstract class StorageTests(PostgreSqlFixture? postgreSql) : IAsyncLifetime
{
    private readonly List<LedgerNode> _nodes = [];
    private TestDatabase? _database;

    protected TestDatabase Database => _database ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>The program's storage, started.</summary>
    private protected LedgerNode Node => _nodes[0];

    public virtual async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        await StartNodeAsync();
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    /// <summary>Another database of the suite's engine, empty.</summary>
    protected Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(postgreSql?.Server);

    /// <summary>Another process's storage on the same database.</summary>
    private protected async Task<LedgerNode> StartNodeAsync()
    {
        var node = CreateNode();
        await node.StartAsync();
        return node;
    }

    /// <summary>A process's storage that does not run yet.</summary>
    private protected LedgerNode CreateNode(params (string Name, string Value)[] settings)
    {
        var node = new LedgerNode(Database, settings);
        _nodes.Add(node);
        return node;
    }

    private protected T Get<T>()
        where T : notnull => Node.Get<T>();

    /// <summary>A person's account, new.</summary>
    private protected async Task<UserId> RegisterAsync()
    {
        var account = Sample.Account();
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        return account.Id;
    }
}
