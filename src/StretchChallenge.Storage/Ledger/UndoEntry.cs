using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Ledger;

/// <summary>Takes the credit of a date back (rule 9).</summary>
/// <param name="User">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
public sealed record UndoEntry(UserId User, DateOnly Date) : LedgerEntry(User);
