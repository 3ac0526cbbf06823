using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Applies migrations to a database, in a transaction of whoever asks.</summary>
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

    /// <summary>Applies what is missing, once nobody else does, and returns it.</summary>
    /// <exception cref="MigrationException">The database is newer than the program can bear, or an applied file was changed.</exception>
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
