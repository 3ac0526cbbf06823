using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>One silo for all tests of a class or collection, which run one after the other. Each test has a database of its own.</summary>
public class GrainFixture : IAsyncLifetime
{
    /// <summary>The server for the databases; null for SQLite.</summary>
    public virtual PostgreSqlServer? Server => null;

    internal TestSilo Silo { get; } = new();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync() => await Silo.DisposeAsync();
}

/// <summary>One silo and one PostgreSQL server for all tests of the collection.</summary>
public sealed class PostgreSqlFixture : GrainFixture
{
    private PostgreSqlServer? _server;

    public override PostgreSqlServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public override async Task InitializeAsync() => _server = await PostgreSqlServer.StartAsync();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

/// <summary>The tests that run against PostgreSQL, one after the other on one server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlTests : ICollectionFixture<PostgreSqlFixture>
{
    public const string Name = "PostgreSQL";
}
