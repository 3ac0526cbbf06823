using System.Collections.Immutable;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Holds what a database went through against what the program knows.</summary>
internal static class SchemaHistory
{
    /// <summary>Reads what a database went through.</summary>
    public const string Query = "SELECT number, name, checksum FROM schema_migrations";

    /// <summary>The migrations that the database has not gone through yet, in order.</summary>
    public static ImmutableArray<Migration> Missing(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known) =>
        [.. known.ExceptBy(history.Select(row => row.Number), migration => migration.Number)];

    /// <summary>Throws where the program must not touch the database.</summary>
    public static void Check(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known)
    {
        var byNumber = known.ToDictionary(migration => migration.Number);
        foreach (var row in history)
        {
            if (!byNumber.TryGetValue(row.Number, out var migration))
            {
                throw new MigrationException(
                    $"The database is newer than this program: it has migration {row.Name}, and this program knows none after "
                    + $"number {byNumber.Keys.Max()}. Start the newer program, or restore a backup made before it.");
            }

            if (migration.Checksum != row.Checksum)
            {
                throw new MigrationException(
                    $"Migration {row.Name} was changed after it had been applied to this database. "
                    + "Restore the file as released, and put the change into a new migration.");
            }
        }
    }
}
