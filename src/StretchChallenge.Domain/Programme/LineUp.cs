namespace StretchChallenge.Domain.Programme;

/// <summary>One of a block's two daily line-ups, which take turns.</summary>
public enum LineUp
{
    /// <summary>On the first day of a challenge, and on every second day from then on.</summary>
    A,

    /// <summary>On the days between.</summary>
    B,
}
