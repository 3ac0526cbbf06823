namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>Wires what a node of a cluster has beside its grains.</summary>
internal static class NodeSetup
{
    /// <summary>Reads the node's settings, and adds them to the services.</summary>
    public static NodeOptions AddNode(this WebApplicationBuilder builder)
    {
        var node = NodeOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(node);
        return node;
    }
}
