namespace StretchChallenge.Domain;

/// <summary>The identity of a person's account. Compared ordinally.</summary>
public readonly record struct UserId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The identity of a challenge. Compared ordinally.</summary>
public readonly record struct ChallengeId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The identity of a team; a team belongs to one challenge. Compared ordinally.</summary>
public readonly record struct TeamId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The identity of one group session. Compared ordinally.</summary>
public readonly record struct SessionId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>The identity of a recurring break. Compared ordinally.</summary>
public readonly record struct ScheduleId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
