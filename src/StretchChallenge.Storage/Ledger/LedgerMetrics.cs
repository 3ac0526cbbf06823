using System.Diagnostics;
using System.Diagnostics.Metrics;
using StretchChallenge.Storage.Metrics;

namespace StretchChallenge.Storage.Ledger;

/// <summary>The ledger's metrics, described in deploy/TELEMETRY.md.</summary>
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

    /// <summary>Creates the instruments.</summary>
    public LedgerMetrics(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(MeterName);
        _time = time;
        _waiting = meter.CreateUpDownCounter<int>("ledger.queue.entries", "{entry}", "Check-ins and undos that wait for their transaction");
        _queued = meter.CreateHistogram(
            "ledger.queue.duration", "s", "How long an entry waits until its transaction begins", advice: HistogramBuckets.ShortDurations);
        _commits = meter.CreateHistogram(
            "ledger.commit.duration", "s", "How long a transaction takes until it is durable", advice: HistogramBuckets.ShortDurations);
        _batchEntries = meter.CreateHistogram(
            BatchEntriesName, "{entry}", "Check-ins and undos in one transaction", advice: HistogramBuckets.EntryCounts);
        _refusals = meter.CreateCounter<long>("ledger.refusals", "{entry}", "Entries that were not written");
    }

    /// <summary>The clock's current timestamp, to measure from.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>An entry was queued.</summary>
    public void Entered() => _waiting.Add(1);

    /// <summary>An entry queued at that timestamp is now in a transaction.</summary>
    public void Taken(long since)
    {
        _waiting.Add(-1);
        _queued.Record(Seconds(since));
    }

    /// <summary>A transaction of this many entries, begun at that timestamp, was committed.</summary>
    public void Committed(int entries, long since)
    {
        _batchEntries.Record(entries);
        _commits.Record(Seconds(since));
    }

    /// <summary>A transaction and all of its entries failed.</summary>
    public void Failed(int entries, long since, Exception error)
    {
        _commits.Record(Seconds(since), KeyValuePair.Create<string, object?>("error.type", error.GetType().FullName));
        Refused("failed", entries);
    }

    /// <summary>This many entries were refused. The reason is one of a small fixed set.</summary>
    public void Refused(string reason, int entries = 1) =>
        _refusals.Add(entries, KeyValuePair.Create<string, object?>("ledger.refusal.reason", reason));

    private double Seconds(long since) => _time.GetElapsedTime(since).TotalSeconds;
}

/// <summary>
/// The ledger's spans: one per caller, from queueing to the answer, and one per transaction, linked to those of its callers.
/// </summary>
internal static class LedgerTrace
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "StretchChallenge.Ledger";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a caller's span; returns null without a listener.</summary>
    public static Activity? StartEntry(LedgerEntry entry) => Source.HasListeners()
        ? Source.StartActivity("ledger commit")?.SetTag("ledger.entry.kind", entry is UndoEntry ? "undo" : "check-in")
        : null;

    /// <summary>Starts a transaction's span; returns null without a listener.</summary>
    public static Activity? StartTransaction(List<PendingEntry> batch) => Source.HasListeners()
        ? Source.StartActivity(
                ActivityKind.Internal,
                parentContext: default,
                links: batch.Where(pending => pending.Caller != default).Select(pending => new ActivityLink(pending.Caller)),
                name: "ledger transaction")
            ?.SetTag("ledger.batch.entries", batch.Count)
        : null;

    /// <summary>Marks a span as failed, with the type of the error only.</summary>
    public static void Fail(this Activity? span, Exception error) =>
        span?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}

/// <summary>The names of outcomes in metrics and spans.</summary>
internal static class LedgerOutcomeNames
{
    /// <summary>The outcome's name.</summary>
    public static string MetricName(this LedgerOutcome outcome) => outcome switch
    {
        LedgerOutcome.Committed => "committed",
        LedgerOutcome.CommandExists => "command-exists",
        LedgerOutcome.RunExists => "run-exists",
        LedgerOutcome.DayExists => "day-exists",
    };
}
