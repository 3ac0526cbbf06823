namespace StretchChallenge.Storage.Migrations;

/// <summary>Holds what a database went through against what the program knows.</summary>
internal static class SchemaHistory
{
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
