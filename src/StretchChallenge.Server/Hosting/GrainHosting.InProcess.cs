using StretchChallenge.Server.Hosting.Cluster;

namespace StretchChallenge.Server.Hosting;

/// <summary>Runs the grains inside this process.</summary>
internal static class GrainHosting
{
    /// <summary>The runtime that this build has its grains on, for the start banner.</summary>
    public const string Runtime = "in one process";

    /// <summary>Adds the grains.</summary>
    public static void AddGrains(this WebApplicationBuilder builder)
    {
        var node = builder.AddNode();
        if (node.Role != NodeRole.All)
        {
            throw NodeOptions.Impossible(
                $"Cluster:Role is '{node.Role}', but this build runs its grains in one process. "
                + "A cluster needs the build on Microsoft Orleans: see Growing in the README.");
        }

        builder.UseOrleans(_ => { });
    }
}
