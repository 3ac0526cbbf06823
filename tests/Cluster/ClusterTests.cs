namespace StretchChallenge.Cluster;

/// <summary>A test of the one cluster that all share; each begins with all nodes running.</summary>
/// <param name="cluster">The cluster.</param>
public abstract class ClusterTests(ClusterWorkplace cluster) : IAsyncLifetime
{
    /// <summary>The collection's name.</summary>
    public const string Name = "cluster";

    /// <summary>The cluster.</summary>
    protected ClusterWorkplace Cluster => cluster;

    public Task InitializeAsync() => cluster.StartAllAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [CollectionDefinition(Name)]
    public sealed class SharedCluster : ICollectionFixture<ClusterWorkplace>;
}
