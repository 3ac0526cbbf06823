namespace StretchChallenge.Storage.Moving;

/// <summary>What a column holds, by its type in PostgreSQL.</summary>
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
