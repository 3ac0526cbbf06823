using System.Diagnostics.Metrics;
using StretchChallenge.Storage.Figures;

namespace StretchChallenge.Storage.Ledger;

/// <summary>The ledger's figures, for operators. What they mean stands in deploy/TELEMETRY.md.</summary>
internal sealed class LedgerMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "StretchChallenge.Ledger";

    /// <summary>The instrument's name: entries in each committed transaction.</summary>
    public const string BatchEntriesName = "ledger.batch.entries";

    private readonly UpDownCounter<int> _waiting;
    private readonly Histogram<double> _queued;
    private readonly Histogram<double> _commits;
    private readonly Histogram<int> _batchEntries;
    private readonly Counter<long> _refusals;
    private readonly TimeProvider _time;

    /// <summary>On a meter of the program's factory.</summary>
    public LedgerMetrics(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(MeterName);
        _time = time;
        _waiting = meter.CreateUpDownCounter<int>("ledger.queue.entries", "{entry}", "Check-ins and undos that wait for their transaction");
        _queued = meter.CreateHistogram(
            "ledger.queue.duration", "s", "How long an entry waits until its transaction begins", advice: Buckets.OfShortTimes);
        _commits = meter.CreateHistogram(
            "ledger.commit.duration", "s", "How long a transaction takes until it is durable", advice: Buckets.OfShortTimes);
        _batchEntries = meter.CreateHistogram(
            BatchEntriesName, "{entry}", "Check-ins and undos in one transaction", advice: Buckets.OfCounts);
        _refusals = meter.CreateCounter<long>("ledger.refusals", "{entry}", "Entries that were not written");
    }

    /// <summary>The clock's reading, to measure from.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>An entry waits.</summary>
    public void Entered() => _waiting.Add(1);

    /// <summary>An entry that waited since then is in a transaction.</summary>
    public void Taken(long since)
    {
        _waiting.Add(-1);
        _queued.Record(Seconds(since));
    }

    /// <summary>A transaction with so many entries is durable.</summary>
    public void Committed(int entries, long since)
    {
        _batchEntries.Record(entries);
        _commits.Record(Seconds(since));
    }

    /// <summary>A transaction failed, and all of its entries with it.</summary>
    public void Failed(int entries, long since, Exception error)
    {
        _commits.Record(Seconds(since), KeyValuePair.Create<string, object?>("error.type", error.GetType().FullName));
        Refused("failed", entries);
    }

    /// <summary>So many entries were refused, for one of a few reasons.</summary>
    public void Refused(string reason, int entries = 1) =>
        _refusals.Add(entries, KeyValuePair.Create<string, object?>("ledger.refusal.reason", reason));

    private double Seconds(long since) => _time.GetElapsedTime(since).TotalSeconds;
}
