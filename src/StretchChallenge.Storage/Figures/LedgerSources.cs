using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Figures;

/// <summary>The names under which the ledger tells of itself.</summary>
public static class LedgerSources
{
    /// <summary>The meter's.</summary>
    public const string Meter = LedgerMetrics.MeterName;

    /// <summary>The source of its spans.</summary>
    public const string Spans = LedgerTrace.SourceName;
}
