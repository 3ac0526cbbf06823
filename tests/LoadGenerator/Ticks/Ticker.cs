using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;

namespace StretchChallenge.LoadGenerator.Ticks;

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
