using Orleans;

namespace StretchChallenge.Benchmarks.Calls;

/// <inheritdoc cref="ICounterGrain" />
internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _count;

    /// <inheritdoc />
    public Task<int> AddAsync() => Task.FromResult(++_count);
}
