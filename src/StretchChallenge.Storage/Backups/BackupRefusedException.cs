namespace StretchChallenge.Storage.Backups;

/// <summary>No backup can be made as things are; the message says why, and what to do.</summary>
public sealed class BackupRefusedException : Exception
{
    /// <summary>The usual message.</summary>
    public BackupRefusedException()
        : this("No backup can be made.")
    {
    }

    /// <summary>Why not, and what to do.</summary>
    public BackupRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
