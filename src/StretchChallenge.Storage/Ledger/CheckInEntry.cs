using StretchChallenge.Domain;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Ledger;

/// <summary>The rows of one check-in.</summary>
/// <param name="User">Whose day it is.</param>
/// <param name="Command">The command and its answer, which make repeats harmless.</param>
/// <param name="Credit">The date's credit; null where the date has one already (rule 1).</param>
/// <param name="Completion">The routine done; null for a self-report.</param>
public sealed record CheckInEntry(UserId User, CommandRecord Command, CreditRecord? Credit, CompletionRecord? Completion)
    : LedgerEntry(User);
