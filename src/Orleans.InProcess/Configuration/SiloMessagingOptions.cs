namespace Orleans.Configuration;

/// <summary>How calls are made within the silo.</summary>
public class SiloMessagingOptions : MessagingOptions
{
    /// <summary>
    /// How often a call that finds its activation gone is passed on to the next one, before its caller gets an
    /// <see cref="Orleans.Runtime.OrleansException"/>. Default: 2.
    /// </summary>
    public int MaxForwardCount { get; set; } = 2;
}
