using System.Collections.Immutable;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Compares the migrations applied to a database with those that the program knows.</summary>
internal static class SchemaHistory
{
    /// <summary>Reads the applied migrations.</summary>
    public const string Query = "SELECT number, name, checksum FROM schema_migrations ORDER BY number";

    /// <summary>The migrations that are not applied yet, in order.</summary>
    public static ImmutableArray<Migration> Missing(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known) =>
        [.. known.ExceptBy(history.Select(row => row.Number), migration => migration.Number)];

    /// <summary>Throws when the program must not use the database: a newer program migrated it, or a file was changed.</summary>
    public static void Check(IReadOnlyList<AppliedMigration> history, IReadOnlyList<Migration> known)
    {
        if (history.ExceptBy(known.Select(migration => migration.Number), row => row.Number).FirstOrDefault() is { } newer)
        {
            throw new MigrationException(
                $"The database is newer than this program: it has migration {newer.Name}, and this program knows none after "
                + $"number {known.Max(migration => migration.Number)}. Start the newer program, or restore a backup made before it.");
        }

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
}

/// <summary>A row of <c>schema_migrations</c>.</summary>
internal sealed class AppliedMigration
{
    /// <summary>Its number.</summary>
    public int Number { get; init; }

    /// <summary>The file's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The checksum of the file when it was applied.</summary>
    public string Checksum { get; init; } = "";
}

/// <summary>The database's schema does not fit this program; the message says what to do.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>The usual message.</summary>
    public MigrationException()
        : this("The database's schema does not fit this program.")
    {
    }

    /// <summary>What does not fit, and what to do.</summary>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public MigrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
