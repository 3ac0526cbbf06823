using System.Collections.Immutable;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Holds what a database went through against what the program knows.</summary>
internal static class SchemaHistory
{
    /// <summary>Reads what a database went through.</summary>
    public const string Query = "SELECT number, name, checksum FROM schema_migrations ORDER BY number";

    /// <summary>The migrations that the database has not gone through yet, in order.</summary>
    public static ImmutableArray<Migration> Missing(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known) =>
        [.. known.ExceptBy(history.Select(row => row.Number), migration => migration.Number)];

    /// <summary>The migrations that only a newer program knows, in order.</summary>
    public static ImmutableArray<AppliedMigration> Newer(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known) =>
        [.. history.ExceptBy(known.Select(migration => migration.Number), row => row.Number)];

    /// <summary>
    /// Throws where the program must not touch the database. One that a newer program has only added to is well: while
    /// nodes are upgraded one by one, and after going back.
    /// </summary>
    public static void Check(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known)
    {
        RefuseFirst(Newer(history, known).Where(row => !Migration.OnlyAdds(row.Name)), known);
        var byNumber = history.ToDictionary(row => row.Number);
        foreach (var migration in known)
        {
            if (byNumber.TryGetValue(migration.Number, out var row) && migration.Checksum != row.Checksum)
            {
                throw new MigrationException(
                    $"Migration {row.Name} was changed after it had been applied to this database. "
                    + "Restore the file as released, and put the change into a new migration.");
            }
        }
    }

    /// <summary>Throws where the database is in any way newer than the program.</summary>
    public static void RequireNothingNewer(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known) =>
        RefuseFirst(Newer(history, known), known);

    private static void RefuseFirst(IEnumerable<AppliedMigration> newer, IReadOnlyList<Migration> known)
    {
        if (newer.FirstOrDefault() is { } row)
        {
            throw new MigrationException(
                $"The database is newer than this program: it has migration {row.Name}, and this program knows none after "
                + $"number {known.Max(migration => migration.Number)}. Start the newer program, or restore a backup made before it.");
        }
    }
}
