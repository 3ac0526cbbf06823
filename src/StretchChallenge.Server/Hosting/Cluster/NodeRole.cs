namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>What a node of a cluster does.</summary>
internal enum NodeRole
{
    /// <summary>It runs grains and serves people.</summary>
    All,

    /// <summary>It runs grains; of the web it answers health checks alone.</summary>
    Silo,

    /// <summary>It serves people, and calls the grains of other nodes.</summary>
    Web,
}
