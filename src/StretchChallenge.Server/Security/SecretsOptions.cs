namespace StretchChallenge.Server.Security;

/// <summary>The key that lies outside the database (section <c>Secrets</c>).</summary>
public sealed class SecretsOptions
{
    /// <summary>
    /// The master key, 32 bytes in base64, the same on every node; needed with PostgreSQL. Without it, and with SQLite,
    /// the key lies in a file.
    /// </summary>
    public string? MasterKey { get; set; }

    /// <summary>Where that file lies; by default <c>master.key</c> beside the database.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether the configured key, if there is one, is a key.</summary>
    public bool IsValid => string.IsNullOrEmpty(MasterKey) || SecretText.TryRead(MasterKey, out _);
}
