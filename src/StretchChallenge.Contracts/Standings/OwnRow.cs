using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Standings;

/// <summary>A watcher's own row, and up to five listed rows above and below it, best first (rule 21).</summary>
[GenerateSerializer, Immutable, Alias("OwnRow")]
public sealed record OwnRow(BoardRow Row, ImmutableArray<BoardRow> Around)
{
    /// <summary>Compares the rows themselves.</summary>
    public bool Equals(OwnRow? other) =>
        other is not null && Row == other.Row && Around.AsSpan().SequenceEqual(other.Around.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Row.GetHashCode();
}
