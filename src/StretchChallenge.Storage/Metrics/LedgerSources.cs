using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Metrics;

/// <summary>The names of the ledger's telemetry sources.</summary>
public static class LedgerSources
{
    /// <summary>The meter.</summary>
    public const string Meter = LedgerMetrics.MeterName;

    /// <summary>The activity source.</summary>
    public const string Spans = LedgerTrace.SourceName;
}
