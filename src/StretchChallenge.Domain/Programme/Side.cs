namespace StretchChallenge.Domain.Programme;

/// <summary>The side of the body that a step is for.</summary>
public enum Side
{
    /// <summary>Both at once, or none in particular.</summary>
    Both,

    /// <summary>The left.</summary>
    Left,

    /// <summary>The right.</summary>
    Right,
}
