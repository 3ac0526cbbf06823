using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.LoadGenerator.Rooms;

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

/// <summary>The hub of the naive server.</summary>
internal sealed class TickHub(Ticker ticker) : Hub
{
    /// <summary>Starts the break, with its ticks.</summary>
    public void Start() => ticker.Start();
}

/// <summary>Tells everybody once a second where the break is.</summary>
internal sealed class Ticker(IHubContext<TickHub> hub) : BackgroundService
{
    private const int StepMs = 30_000;

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the ticks begin.</summary>
    public void Start() => _started.TrySetResult();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _started.Task.WaitAsync(stoppingToken);
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

    /// <summary>The same message as the product's.</summary>
    private sealed record SessionChanged(string SessionId, long Seq, long ServerMs, string Phase, int Step, int RemainingMs);
}

/// <summary>Guests of the naive server.</summary>
internal sealed class TickRoom(CountedHub[] guests) : IAsyncDisposable
{
    /// <summary>The bytes that all guests have received so far.</summary>
    public long BytesReceived => guests.Sum(guest => guest.BytesReceived);

    /// <summary>Connects so many guests.</summary>
    public static async Task<TickRoom> OpenAsync(Uri server, int guests)
    {
        var connected = new CountedHub[guests];
        await Parallel.ForAsync(0, guests, async (number, _) => connected[number] = await CountedHub.ConnectAsync(server));
        return new TickRoom(connected);
    }

    /// <summary>Starts the ticks.</summary>
    public Task StartAsync() => guests[0].Client.CallAsync(nameof(TickHub.Start));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var guest in guests)
        {
            await guest.DisposeAsync();
        }
    }
}
