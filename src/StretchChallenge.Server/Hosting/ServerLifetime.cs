namespace StretchChallenge.Server.Hosting;

/// <summary>Runs the server from its start to its end.</summary>
internal static class ServerLifetime
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Starts the server and returns when it has been stopped. When the start fails, what has started already is stopped
    /// first, so that the silo leaves its cluster in order; then the exception is rethrown.
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
            // Services that have not started may fail to stop. Ignored, because the caller reports why the start failed.
        }
    }
}
