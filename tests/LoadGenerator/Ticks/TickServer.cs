using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.LoadGenerator.Ticks;

/// <summary>The naive way, to compare with: a server that tells everybody the state of the room each second.</summary>
internal static class TickServer
{
    /// <summary>The argument that makes this program the server.</summary>
    public const string Switch = "--tick-server";

    /// <summary>Runs until the process is ended; writes its address when it listens.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter((category, _) => category == "Microsoft.Hosting.Lifetime");
        builder.Services.AddSignalR();
        builder.Services.AddHostedService<Ticker>();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHub<TickHub>("/live");
        await app.RunAsync();
    }

    private sealed class TickHub : Hub;

    /// <summary>The same message as the product's, once a second.</summary>
    private sealed record SessionChanged(string SessionId, long Seq, long ServerMs, string Phase, int Step, int RemainingMs);

    private sealed class Ticker(IHubContext<TickHub> hub) : BackgroundService
    {
        private const int StepMs = 30_000;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var session = Guid.NewGuid().ToString("N");
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var seq = 0; await second.WaitForNextTickAsync(stoppingToken); seq++)
            {
                var elapsed = seq * 1000;
                var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
                var state = new SessionChanged(session, seq, now, "running", elapsed / StepMs, StepMs - (elapsed % StepMs));
                await hub.Clients.All.SendAsync("SessionChanged", state, stoppingToken);
            }
        }
    }
}
