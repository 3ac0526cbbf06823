using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Tests;

/// <summary>Listens to how many entries a node's ledger commits in each transaction.</summary>
internal sealed class BatchSizes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _sizes = [];

    public BatchSizes(LedgerNode node)
    {
        var meters = node.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == LedgerMetrics.BatchEntriesName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, entries, _, _) => _sizes.Enqueue(entries));
        _listener.Start();
    }

    /// <summary>The sizes so far, oldest first.</summary>
    public IReadOnlyList<int> Seen => [.. _sizes];

    public void Dispose() => _listener.Dispose();
}
