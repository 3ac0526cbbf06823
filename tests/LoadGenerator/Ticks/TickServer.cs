using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
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
        builder.Services.AddSingleton<Ticker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Ticker>());
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHub<TickHub>("/live");
        await app.RunAsync();
    }
}
