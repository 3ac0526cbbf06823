using StretchChallenge.Storage.Demo;

namespace StretchChallenge.Server.Demo;

/// <summary>The demo challenge of this run of the server: invented anew at each start.</summary>
internal sealed class DemoChallenge(IDemoStore store, TimeProvider time)
{
    private readonly TaskCompletionSource<DemoSeed> _seed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The demo, once it is there.</summary>
    public Task<DemoSeed> Seed => _seed.Task;

    /// <summary>Replaces the demo of an earlier run, its guests included.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var seed = new DemoPlan(TimeZoneInfo.Utc, time.GetUtcNow(), Random.Shared).Invent();
        await store.ReplaceAsync(seed, cancellationToken);
        _seed.SetResult(seed);
    }
}
