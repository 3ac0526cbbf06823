using System.Diagnostics;

namespace StretchChallenge.Storage.Ledger;

/// <summary>
/// The ledger's spans: one for each caller, from entering the queue to the answer, and one for each transaction, linked
/// to those of its callers. Without a listener there are none.
/// </summary>
internal static class LedgerTrace
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "StretchChallenge.Ledger";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a caller's span.</summary>
    public static Activity? Enter(LedgerEntry entry) => Source.HasListeners()
        ? Source.StartActivity("ledger commit")?.SetTag("ledger.entry.kind", entry is UndoEntry ? "undo" : "check-in")
        : null;

    /// <summary>Begins a transaction's span.</summary>
    public static Activity? Begin(List<PendingEntry> batch) => Source.HasListeners()
        ? Source.StartActivity(
                ActivityKind.Internal,
                parentContext: default,
                links: batch.Where(pending => pending.Caller != default).Select(pending => new ActivityLink(pending.Caller)),
                name: "ledger transaction")
            ?.SetTag("ledger.batch.entries", batch.Count)
        : null;

    /// <summary>Marks a span as failed, by the kind of the error alone.</summary>
    public static void Fail(this Activity? span, Exception error) =>
        span?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
