using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Brings the schema up to date before any other service starts.</summary>
internal sealed partial class SchemaMigrator(
    LedgerDatabase database,
    TimeProvider time,
    ILogger<SchemaMigrator> logger) : IHostedLifecycleService
{
    private readonly SchemaUpgrade _upgrade = new(database, time);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) =>
        ApplyAsync(Migration.ForEngine(database.EngineName), cancellationToken);

    /// <summary>Applies the missing migrations atomically. Of several processes that start at once, one applies them and the others wait.</summary>
    /// <exception cref="MigrationException">The database is newer than the program, or an applied file was changed.</exception>
    public async Task ApplyAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var applied = await database.WriteAsync(session => _upgrade.ApplyMissingAsync(session, migrations), cancellationToken);
        foreach (var migration in applied)
        {
            LogApplied(migration.Name);
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Applied migration {Name}")]
    private partial void LogApplied(string name);
}

/// <summary>Applies migrations in the caller's transaction.</summary>
internal sealed class SchemaUpgrade(LedgerDatabase database, TimeProvider time)
{
    private const string HistoryTable = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number integer NOT NULL PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL
        )
        """;

    /// <summary>Applies the missing migrations under the schema's lock, and returns them.</summary>
    /// <exception cref="MigrationException">The database is newer than the program, or an applied file was changed.</exception>
    public async Task<ImmutableArray<Migration>> ApplyMissingAsync(LedgerSession session, IReadOnlyList<Migration> migrations)
    {
        await database.LockSchemaAsync(session);
        await session.ExecuteAsync(HistoryTable);
        var history = await session.QueryAsync<AppliedMigration>(SchemaHistory.Query);
        SchemaHistory.Check(history, migrations);

        var missing = SchemaHistory.Missing(history, migrations);
        foreach (var migration in missing)
        {
            await session.ExecuteAsync(migration.Sql);
            await session.ExecuteAsync(
                "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @AppliedAt)",
                new { migration.Number, migration.Name, migration.Checksum, AppliedAt = time.GetUtcNow() });
        }

        return missing;
    }
}
