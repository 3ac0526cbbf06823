using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Tests.Ledger;

/// <summary>Commits of which only the outcome matters.</summary>
internal static class LedgerOutcomes
{
    public static async Task<LedgerOutcome> OutcomeAsync(
        this ILedgerWriter writer, CheckInEntry entry, CancellationToken cancellationToken = default) =>
        (await writer.CommitAsync(entry, cancellationToken)).Outcome;
}
