namespace StretchChallenge.Domain;

/// <summary>The identity of a team of one challenge. Ids compare ordinally.</summary>
public readonly record struct TeamId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
