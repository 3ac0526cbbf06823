using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Ledger;

/// <summary>What one caller asks the ledger to write, all or nothing.</summary>
/// <param name="User">Whose day it is.</param>
public abstract record LedgerEntry(UserId User);
