namespace Orleans.InProcess;

/// <summary>Which running requests a request may interleave with.</summary>
internal enum Interleaving
{
    /// <summary>With none but those that are <see cref="Always"/>.</summary>
    Never,

    /// <summary>With other read-only requests too.</summary>
    ReadOnly,

    /// <summary>With all.</summary>
    Always,
}
