
namespace StretchChallenge.Server.Hosting;

/// <summary>Runs the grains inside this process.</summary>
internal static class GrainHosting
{
    /// <summary>The runtime that this build has its grains on, for the start banner.</summary>
    public const string Runtime = "in one process";

    /// <summary>Adds the grains.</summary>
    public static void AddGrains(this WebApplicationBuilder builder) => builder.UseOrleans(_ => { });
}
