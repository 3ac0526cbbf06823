using System.Diagnostics.Metrics;

namespace StretchChallenge.Storage.Ledger;

/// <summary>The ledger's figures, for operators.</summary>
internal sealed class LedgerMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "StretchChallenge.Ledger";

    /// <summary>The instrument's name: entries in each committed transaction.</summary>
    public const string BatchEntriesName = "ledger.batch.entries";

    private readonly Histogram<int> _batchEntries;

    /// <summary>On a meter of the program's factory.</summary>
    public LedgerMetrics(IMeterFactory meters) =>
        _batchEntries = meters.Create(MeterName).CreateHistogram<int>(
            BatchEntriesName,
            unit: "{entry}",
            description: "Check-ins and undos in one transaction");

    /// <summary>A transaction with so many entries is durable.</summary>
    public void Committed(int entries) => _batchEntries.Record(entries);
}
