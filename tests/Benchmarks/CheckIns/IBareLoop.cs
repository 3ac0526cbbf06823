using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>The least that has to be done for durable check-ins: rows in, commit, nothing else. Shares no code with the program.</summary>
internal interface IBareLoop : IAsyncDisposable
{
    /// <summary>Inserts the rows of so many check-ins in one transaction.</summary>
    Task InsertAsync(IReadOnlyList<CheckInEntry> group);

    /// <summary>The size of the database with all its tables and indexes, in bytes.</summary>
    Task<long> MeasureAsync();
}
