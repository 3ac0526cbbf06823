using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Hosting;

/// <summary>The clock with which the nodes of a cluster compare theirs.</summary>
public static class DatabaseClockTests
{
    public sealed class OnSqlite() : StorageTests(null)
    {
        [Fact]
        public async Task Read_DatabaseInAFile_HasNone() => Assert.Null(await Get<IDatabaseClock>().ReadAsync());
    }

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : StorageTests(postgreSql)
    {
        [Fact]
        public async Task Read_OnThisMachine_IsThisMachines()
        {
            var before = TimeProvider.System.GetUtcNow();

            var read = await Get<IDatabaseClock>().ReadAsync();

            // PostgreSQL counts in microseconds.
            Assert.InRange(read!.Value, before.AddMilliseconds(-1), TimeProvider.System.GetUtcNow().AddMilliseconds(1));
        }
    }
}
