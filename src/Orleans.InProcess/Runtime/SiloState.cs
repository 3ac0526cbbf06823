namespace Orleans.InProcess;

/// <summary>The stages of a silo's life, in order.</summary>
internal enum SiloState
{
    /// <summary>It takes no calls yet.</summary>
    Created,

    /// <summary>It takes calls.</summary>
    Running,

    /// <summary>It takes calls only from grains, so that they can finish.</summary>
    Stopping,

    /// <summary>It takes none.</summary>
    Stopped,
}
