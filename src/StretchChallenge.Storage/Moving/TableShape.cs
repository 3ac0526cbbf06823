using System.Collections.Immutable;

namespace StretchChallenge.Storage.Moving;

/// <summary>A table of the target.</summary>
/// <param name="Name">Its name, the same in both databases.</param>
/// <param name="Columns">Its columns, in the order in which they are copied.</param>
internal sealed record TableShape(string Name, ImmutableArray<ColumnShape> Columns)
{
    /// <summary>The name as both engines' SQL takes it.</summary>
    public string Quoted => Sql.Quote(Name);

    /// <summary>The columns as both engines' SQL takes them.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Quoted));

    /// <summary>All rows, in no particular order.</summary>
    public string SelectAll => $"SELECT {ColumnList} FROM {Quoted}";
}
