using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.DataMigration;

/// <summary>A table of the target.</summary>
/// <param name="Name">Its name, the same in both databases.</param>
/// <param name="Columns">Its columns, in the order of copying.</param>
internal sealed record TableShape(string Name, ImmutableArray<ColumnShape> Columns)
{
    /// <summary>The quoted name, valid in the SQL of both engines.</summary>
    public string Quoted => SqlIdentifier.Quote(Name);

    /// <summary>The quoted column names, valid in the SQL of both engines.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Quoted));

    /// <summary>Selects all rows, in no particular order.</summary>
    public string SelectAll => $"SELECT {ColumnList} FROM {Quoted}";
}

/// <summary>A column of the target.</summary>
/// <param name="Name">Its name, the same in both databases.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Sequence">The sequence of an identity column; null when there is none.</param>
internal sealed record ColumnShape(string Name, ColumnKind Kind, string? Sequence)
{
    /// <summary>The quoted name, valid in the SQL of both engines.</summary>
    public string Quoted => SqlIdentifier.Quote(Name);

    /// <summary>The type in PostgreSQL's binary format.</summary>
    public NpgsqlDbType WireType => Kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Boolean => NpgsqlDbType.Boolean,
        ColumnKind.Integer => NpgsqlDbType.Integer,
        ColumnKind.BigInteger => NpgsqlDbType.Bigint,
        ColumnKind.Date => NpgsqlDbType.Date,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
    };

    /// <summary>Returns the kind of a PostgreSQL type.</summary>
    /// <exception cref="NotSupportedException">A migration uses a type that the move does not support yet.</exception>
    public static ColumnKind KindOf(string type) => type switch
    {
        "text" => ColumnKind.Text,
        "boolean" => ColumnKind.Boolean,
        "integer" => ColumnKind.Integer,
        "bigint" => ColumnKind.BigInteger,
        "date" => ColumnKind.Date,
        "timestamp with time zone" => ColumnKind.Instant,
        "bytea" => ColumnKind.Bytes,
        _ => throw new NotSupportedException($"Columns of the type {type} cannot be moved: give {nameof(ColumnKind)} a kind for it."),
    };
}

/// <summary>The type of a column, as in PostgreSQL.</summary>
internal enum ColumnKind
{
    /// <summary><c>text</c>; text in SQLite.</summary>
    Text,

    /// <summary><c>boolean</c>; 0 or 1 in SQLite.</summary>
    Boolean,

    /// <summary><c>integer</c>; the same in SQLite.</summary>
    Integer,

    /// <summary><c>bigint</c>; <c>integer</c> in SQLite.</summary>
    BigInteger,

    /// <summary><c>date</c>; ISO text in SQLite.</summary>
    Date,

    /// <summary><c>timestamptz</c>; ISO text in SQLite.</summary>
    Instant,

    /// <summary><c>bytea</c>; a blob in SQLite.</summary>
    Bytes,
}

/// <summary>
/// Converts the values of both databases to the same .NET types. SQL NULL becomes null.
/// </summary>
internal static class StoredValue
{
    private static readonly DateHandler Dates = new();
    private static readonly InstantHandler Instants = new();

    /// <summary>Converts a value of SQLite.</summary>
    /// <exception cref="FormatException">It has another type: SQLite's columns accept any value.</exception>
    public static object? FromSqlite(ColumnKind kind, object value) => (kind, value) switch
    {
        (_, DBNull) => null,
        (ColumnKind.Text, string text) => text,
        (ColumnKind.Boolean, 0L) => false,
        (ColumnKind.Boolean, 1L) => true,
        (ColumnKind.Integer, long number and >= int.MinValue and <= int.MaxValue) => (int)number,
        (ColumnKind.BigInteger, long number) => number,
        (ColumnKind.Date, string text) => Dates.Parse(text),
        (ColumnKind.Instant, string text) => InstantHandler.Storable(Instants.Parse(text)).UtcDateTime,
        (ColumnKind.Bytes, byte[] bytes) => bytes,
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"It is {value.GetType().Name}, not {kind}.")),
    };

    /// <summary>Reads a value of PostgreSQL.</summary>
    public static object? FromPostgreSql(ColumnKind kind, NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column)
            ? null
            : kind switch
            {
                ColumnKind.Text => reader.GetString(column),
                ColumnKind.Boolean => reader.GetBoolean(column),
                ColumnKind.Integer => reader.GetInt32(column),
                ColumnKind.BigInteger => reader.GetInt64(column),
                ColumnKind.Date => reader.GetFieldValue<DateOnly>(column),
                ColumnKind.Instant => reader.GetDateTime(column),
                ColumnKind.Bytes => reader.GetFieldValue<byte[]>(column),
            };
}

/// <summary>The order of tables in which foreign keys allow them to be filled.</summary>
internal static class TableOrder
{
    /// <summary>Sorts the tables so that each comes after all that it references, otherwise by name.</summary>
    /// <param name="tables">All tables.</param>
    /// <param name="references">The tables that each table references; references to itself are ignored.</param>
    /// <exception cref="InvalidOperationException">The references form a cycle.</exception>
    public static ImmutableArray<string> Sort(IEnumerable<string> tables, ILookup<string, string> references)
    {
        var waiting = new SortedSet<string>(tables, StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<string>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(table => !references[table].Any(other => other != table && waiting.Contains(other)))
                ?? throw new InvalidOperationException($"The foreign keys of these tables form a cycle: {string.Join(", ", waiting)}.");
            waiting.Remove(next);
            order.Add(next);
        }

        return order.MoveToImmutable();
    }
}

/// <summary>Identifiers in SQL.</summary>
internal static class SqlIdentifier
{
    /// <summary>Quotes a name for both engines.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
