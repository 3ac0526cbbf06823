using StretchChallenge.Contracts.Standings;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>A server on which somebody looks at the boards.</summary>
internal sealed class BoardWatcher : IStandingsObserver
{
    private IStandingsObserver? _reference;
    private int _changes;

    /// <summary>How many changes arrived.</summary>
    public int Changes => _changes;

    /// <summary>What the boards call it by.</summary>
    public IStandingsObserver ReferenceFrom(IGrainFactory grains) =>
        _reference ??= grains.CreateObjectReference<IStandingsObserver>(this);

    /// <inheritdoc />
    public Task StandingsChangedAsync(StandingsNews news)
    {
        Interlocked.Add(ref _changes, news.Boards.Length);
        return Task.CompletedTask;
    }
}
