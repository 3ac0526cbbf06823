using Microsoft.Data.Sqlite;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>Concurrent work on the embedded database. Microsoft.Data.Sqlite's pool could lend one connection twice before 10.0.15.</summary>
public sealed class SqliteConnectionTests() : StorageTests(null)
{
    private const int Readers = 40;

    [Fact]
    public async Task ReadSnapshot_ManyBesideAWrite_EachHasAConnectionOfItsOwn()
    {
        // Each wave starts with an empty pool: connections were lent twice while they were opened and taken from the pool again.
        for (var wave = 0; wave < 20; wave++)
        {
            await using var database = new SqliteDatabase(Database.ConnectionString);
            await FindHandlesAsync(database);

            var handles = await FindHandlesAsync(database);

            Assert.Equal(Readers + 1, handles.Distinct().Count());
        }
    }

    [Fact]
    public async Task ReadSnapshot_OneFails_TheNextFindsAWellConnection()
    {
        await using var database = new SqliteDatabase(Database.ConnectionString);
        await Assert.ThrowsAsync<SqliteException>(() => database.ReadSnapshotAsync(
            session => session.FindAsync<long>("SELECT nothing FROM nowhere"), CancellationToken.None));

        var answer = await database.ReadSnapshotAsync(session => session.FindAsync<long>("SELECT 1"), CancellationToken.None);

        Assert.Equal(1, answer);
    }

    // Everybody waits until all have one.
    private static async Task<nint[]> FindHandlesAsync(SqliteDatabase database)
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        async Task<nint> HoldAsync(LedgerSession session)
        {
            await session.FindAsync<long>("SELECT count(*) FROM accounts");
            if (Interlocked.Increment(ref arrived) == Readers + 1)
            {
                all.SetResult();
            }

            await all.Task;
            return ((SqliteConnection)session.Connection).Handle!.DangerousGetHandle();
        }

        return await Task.WhenAll(
        [
            Task.Run(() => database.WriteAsync(HoldAsync, CancellationToken.None)),
            .. Enumerable.Range(0, Readers).Select(_ => Task.Run(() => database.ReadSnapshotAsync(HoldAsync, CancellationToken.None))),
        ]);
    }
}
