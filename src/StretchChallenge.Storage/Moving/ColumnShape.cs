using NpgsqlTypes;

namespace StretchChallenge.Storage.Moving;

/// <summary>A column of the target.</summary>
/// <param name="Name">Its name, the same in both databases.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Sequence">The sequence that numbers its rows; null where there is none.</param>
internal sealed record ColumnShape(string Name, ColumnKind Kind, string? Sequence)
{
    /// <summary>The name as both engines' SQL takes it, whatever words they keep for themselves.</summary>
    public string Quoted => Sql.Quote(Name);

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

    /// <summary>The kind that a type of PostgreSQL is.</summary>
    /// <exception cref="NotSupportedException">A migration uses a type that no move knows yet.</exception>
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
