namespace StretchChallenge.Server.Hosting;

/// <summary>Runs the server from its start to its end.</summary>
internal static class ServerLifetime
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Starts the server and returns when it has been stopped. When the start fails, what has started already is stopped
    /// first, so that the silo leaves its cluster in order; the exception then goes on.
    /// </summary>
    public static async Task RunOrStopAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception)
            {
                await StopStartedAsync(app);
                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }

    private static async Task StopStartedAsync(WebApplication app)
    {
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await app.StopAsync(limit.Token);
        }
        catch (Exception)
        {
            // A host that has not got as far as its services, and services that have not started, may refuse to stop.
            // What is reported is why the start failed.
        }
    }
}
