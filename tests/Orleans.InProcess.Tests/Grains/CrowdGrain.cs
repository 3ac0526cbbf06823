using Orleans.Concurrency;

namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="ICrowdGrain"/>
[Reentrant]
public sealed class CrowdGrain(Stage stage) : Grain, ICrowdGrain
{
    private int _inside;
    private int _collisions;
    private int _steps;
    private int _underWay;
    private int _mostAtOnce;

    public async Task JostleAsync(int steps)
    {
        _mostAtOnce = Math.Max(_mostAtOnce, ++_underWay);
        stage.Record($"{_underWay} inside");
        await stage.PassAsync("jostle");
        for (var i = 0; i < steps; i++)
        {
            Step();
            await Task.Yield();
        }

        _underWay--;
    }

    public Task<CrowdReport> ReportAsync() => Task.FromResult(new CrowdReport(_steps, _mostAtOnce, _collisions));

    private void Step()
    {
        if (Interlocked.Increment(ref _inside) > 1)
        {
            Interlocked.Increment(ref _collisions);
        }

        Thread.SpinWait(20);
        _steps++;
        Interlocked.Decrement(ref _inside);
    }
}
