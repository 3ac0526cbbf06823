namespace Orleans.InProcess;

/// <summary>The stages of an activation's life, in order.</summary>
internal enum ActivationState
{
    /// <summary>It has a mailbox, but no instance yet.</summary>
    Created,

    /// <summary>Its instance is being made and prepared; requests wait.</summary>
    Activating,

    /// <summary>It runs requests.</summary>
    Active,

    /// <summary>It says goodbye; requests wait for the next activation.</summary>
    Deactivating,

    /// <summary>It is gone.</summary>
    Ended,
}
