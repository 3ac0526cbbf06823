using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>An acknowledged write is on the disk: the settings that say so, as the writing connection has them.</summary>
public abstract class DurabilityTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static Task<string?> AskAsync(LedgerNode node, string question) =>
        node.Get<LedgerDatabase>().WriteAsync(session => session.FindAsync<string>(question), CancellationToken.None);

    public sealed class OnSqlite() : DurabilityTests(null)
    {
        [Theory]
        [InlineData("PRAGMA journal_mode", "wal")]
        [InlineData("PRAGMA synchronous", "2")]
        [InlineData("PRAGMA foreign_keys", "1")]
        [InlineData("PRAGMA secure_delete", "1")]
        public async Task WritingConnection_HasTheSetting(string question, string answer)
        {
            Assert.Equal(answer, await AskAsync(Node, question));
        }

        [Theory]
        [InlineData("PRAGMA journal_mode", "wal")]
        [InlineData("PRAGMA wal_autocheckpoint", "1000")]
        [InlineData("SELECT sqlite_version() >= '3.50'", "1")]
        public async Task ReadingConnection_UsesTheLogAndHasNoSettingOfTheWriter(string question, string answer)
        {
            var asked = await Node.Get<LedgerDatabase>().ReadAsync(
                session => session.FindAsync<string>(question), CancellationToken.None);

            Assert.Equal(answer, asked);
        }
    }

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : DurabilityTests(postgreSql)
    {
        [Theory]
        [InlineData("SHOW synchronous_commit")]
        [InlineData("SHOW fsync")]
        public async Task WritingConnection_HasTheSettingOn(string question)
        {
            Assert.Equal("on", await AskAsync(Node, question));
        }

        // A node that is cut off: its transaction stays open, and nothing tells the server that nobody is there.
        [Fact]
        public async Task OpenTransaction_NobodyGoesOnWithIt_GivesItsRowsBack()
        {
            await AskAsync(Node, "CREATE TABLE held (id integer PRIMARY KEY)");
            await AskAsync(Node, "INSERT INTO held VALUES (1)");
            var other = await StartNodeAsync();
            var gone = new TaskCompletionSource();
            var holding = new TaskCompletionSource();
            var cutOff = Node.Get<LedgerDatabase>().WriteAsync(
                async session =>
                {
                    await session.ExecuteAsync("UPDATE held SET id = 2");
                    holding.SetResult();
                    await gone.Task;
                    return 0;
                },
                CancellationToken.None);
            await holding.Task;

            await AskAsync(other, "UPDATE held SET id = 3");

            Assert.Equal("3", await AskAsync(other, "SELECT id::text FROM held"));
            gone.SetResult();
            Assert.True(TransientFault.IsIn(await Assert.ThrowsAnyAsync<NpgsqlException>(() => cutOff)));
        }

        [Fact]
        public async Task WritingConnection_ServersDefaultIsLess_WaitsForTheDiskAllTheSame()
        {
            var name = new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database;
            await AskAsync(Node, $"ALTER DATABASE {name} SET synchronous_commit = off");

            var later = await StartNodeAsync();

            Assert.Equal("on", await AskAsync(later, "SHOW synchronous_commit"));
        }
    }
}
