namespace StretchChallenge.Domain;

/// <summary>The identity of one group session. Ids compare ordinally.</summary>
public readonly record struct SessionId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
