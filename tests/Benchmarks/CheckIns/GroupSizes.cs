using System.Diagnostics.Metrics;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>How many check-ins the ledger's writer puts into a transaction, from its own meter.</summary>
internal sealed class GroupSizes : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _entries;
    private long _transactions;

    /// <summary>Begins to listen.</summary>
    public GroupSizes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "StretchChallenge.Ledger", Name: "ledger.batch.entries" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, entries, _, _) =>
        {
            Interlocked.Add(ref _entries, entries);
            Interlocked.Increment(ref _transactions);
        });
        _listener.Start();
    }

    /// <summary>The mean since this was asked last.</summary>
    public double TakeMean() => (double)Interlocked.Exchange(ref _entries, 0) / Interlocked.Exchange(ref _transactions, 0);

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
