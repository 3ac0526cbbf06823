using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="IClockworkGrain"/>
public sealed class ClockworkGrain(Stage stage) : Grain, IClockworkGrain
{
    private IGrainTimer? _timer;
    private bool _broken;
    private int _ticks;

    public Task WindAsync(bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            TickAsync,
            new GrainTimerCreationOptions(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1))
            {
                Interleave = interleave,
                KeepAlive = keepAlive,
            });
        return Task.CompletedTask;
    }

    public Task ChangeAsync(TimeSpan dueTime, TimeSpan period)
    {
        _timer!.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task BreakAsync()
    {
        _broken = true;
        return Task.CompletedTask;
    }

    public async Task HoldAsync(string gate)
    {
        stage.Record($"{gate} begins");
        await stage.PassAsync(gate);
        stage.Record($"{gate} ends");
    }

    public Task<int> CountAsync() => Task.FromResult(_ticks);

    public Task<int> SettleAsync() => Task.FromResult(_ticks);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Record("clockwork stops");
        return Task.CompletedTask;
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        stage.Record($"tick {++_ticks}");
        await stage.PassAsync("tick", cancellationToken);
        stage.Record($"tock {_ticks}");
        if (_broken)
        {
            throw new InvalidOperationException("broken spring");
        }
    }
}
