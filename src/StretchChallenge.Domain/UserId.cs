namespace StretchChallenge.Domain;

/// <summary>The identity of a person's account. Ids compare ordinally.</summary>
public readonly record struct UserId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
