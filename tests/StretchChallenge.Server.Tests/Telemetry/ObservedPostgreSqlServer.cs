using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ObservedPostgreSqlServer : ObservedServer
{
    private PostgreSqlServer? _postgreSql;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_postgreSql?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <inheritdoc />
    protected override Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(_postgreSql);
}
