namespace Orleans.Configuration;

/// <summary>How calls are made.</summary>
public abstract class MessagingOptions
{
    /// <summary>
    /// How long a caller waits for the answer before it gets a <see cref="TimeoutException"/>. Default: 30 s. Looked at
    /// ten times in this span, so it ends up to a tenth later.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
