using System.Text.Json;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>What a connection to the hub is told.</summary>
internal static class HubEvents
{
    /// <summary>The next message of a kind.</summary>
    public static async Task<JsonElement> NextAsync(HubClient client, string kind)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var next in client.Events.ReadAllAsync(bound.Token))
        {
            if (next.Target == kind)
            {
                return next.Message;
            }
        }

        throw new InvalidOperationException($"The connection ended before the next {kind}.");
    }
}
