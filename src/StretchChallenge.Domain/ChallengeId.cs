namespace StretchChallenge.Domain;

/// <summary>The identity of a challenge. Ids compare ordinally.</summary>
public readonly record struct ChallengeId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
