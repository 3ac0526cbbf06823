using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Hosting;

/// <summary>What administrators want to know of the database.</summary>
public interface IDatabaseStatus
{
    /// <summary>Reads its size and the version of its schema.</summary>
    Task<DatabaseFigures> ReadAsync(CancellationToken cancellationToken = default);
}

/// <summary>Figures of the database.</summary>
/// <param name="Engine">Which engine it is.</param>
/// <param name="Bytes">Its size, without logs that the engine keeps beside it.</param>
/// <param name="SchemaVersion">The number of the last migration.</param>
public sealed record DatabaseFigures(LedgerProvider Engine, long Bytes, int SchemaVersion);

/// <inheritdoc />
internal sealed class DatabaseStatus(LedgerDatabase database) : IDatabaseStatus
{
    /// <inheritdoc />
    public async Task<DatabaseFigures> ReadAsync(CancellationToken cancellationToken = default)
    {
        var engine = database is PostgreSqlDatabase ? LedgerProvider.PostgreSql : LedgerProvider.Sqlite;
        var bytes = await database.ReadAsync(session => session.FindAsync<long>(SizeIn(engine)), cancellationToken);
        var schema = await database.ReadAsync(session => session.FindAsync<int>("SELECT MAX(number) FROM schema_migrations"), cancellationToken);
        return new DatabaseFigures(engine, bytes, schema);
    }

    private static string SizeIn(LedgerProvider engine) => engine switch
    {
        LedgerProvider.PostgreSql => "SELECT pg_database_size(current_database())",
        LedgerProvider.Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    };
}
