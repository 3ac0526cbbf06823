namespace StretchChallenge.Storage.Moving;

/// <summary>The data cannot be moved as things are; the message says why, and what to do. Nothing has changed.</summary>
public sealed class MoveRefusedException : Exception
{
    /// <summary>The usual message.</summary>
    public MoveRefusedException()
        : this("The data cannot be moved.")
    {
    }

    /// <summary>Why not, and what to do.</summary>
    public MoveRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public MoveRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
