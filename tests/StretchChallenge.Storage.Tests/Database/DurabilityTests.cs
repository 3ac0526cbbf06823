using Npgsql;
using StretchChallenge.Storage.Database;

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
        public async Task WritingConnection_HasTheSetting(string question, string answer)
        {
            Assert.Equal(answer, await AskAsync(Node, question));
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
