using System.Globalization;
using Npgsql;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Moving;

/// <summary>
/// One value of a row, as .NET has it: the same object whichever of the two databases it was read from. Null is null.
/// </summary>
internal static class StoredValue
{
    private static readonly DateHandler Dates = new();
    private static readonly InstantHandler Instants = new();

    /// <summary>What SQLite keeps for a column of this kind.</summary>
    /// <exception cref="FormatException">It keeps something else: SQLite's columns take any value.</exception>
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
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"It is {value.GetType().Name} and no {kind}.")),
    };

    /// <summary>What PostgreSQL answers for a column of this kind.</summary>
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
