using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>More work at once than PostgreSQL has connections, and PostgreSQL away.</summary>
[Collection(PostgreSqlTests.Name)]
public sealed class CrowdTests(PostgreSqlFixture postgreSql) : StorageTests(postgreSql)
{
    private const string Backends = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";

    [Fact]
    public async Task Read_ManyAtOnce_ShareThirtyConnections()
    {
        var open = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AskAsync<long>(Backends)));

        Assert.InRange(open.Max(), 1, 30);
    }

    [Theory]
    [InlineData("Maximum Pool Size=2")]
    [InlineData("MaxPoolSize=2")]
    public async Task Read_ConnectionStringNamesANumber_SharesThatMany(string setting)
    {
        await using var database = new PostgreSqlDatabase($"{Database.ConnectionString};{setting};Application Name=crowd");

        var open = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'crowd'", database)));

        Assert.InRange(open.Max(), 1, 2);
    }

    [Fact]
    public async Task IsIn_ServerIsAway_IsTrue()
    {
        await using var away = new PostgreSqlDatabase($"Host=127.0.0.1;Port={FreePort.Find()};Username=nobody");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync<long>("SELECT 1", away));

        Assert.True(TransientFault.IsIn(fault));
    }

    [Fact]
    public async Task IsIn_NoConnectionIsFree_IsTrue()
    {
        await AskAsync<string>($"ALTER DATABASE {Name} CONNECTION LIMIT 0");
        var user = $"guest_{Guid.NewGuid():N}";
        await AskAsync<string>($"CREATE USER {user}");
        await using var crowded = new PostgreSqlDatabase(
            new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = user }.ToString());

        var fault = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<long>("SELECT 1", crowded));

        Assert.Equal(PostgresErrorCodes.TooManyConnections, fault.SqlState);
        Assert.True(TransientFault.IsIn(new InvalidOperationException("A caller's own.", fault)));
    }

    [Fact]
    public async Task IsIn_ConnectionIsEndedByTheServer_IsTrue()
    {
        var fault = await Assert.ThrowsAnyAsync<NpgsqlException>(
            () => AskAsync<bool>("SELECT pg_terminate_backend(pg_backend_pid())"));

        Assert.True(TransientFault.IsIn(fault));
    }

    [Fact]
    public async Task IsIn_StatementIsWrong_IsFalse()
    {
        var fault = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<long>("SELECT nothing FROM nowhere"));

        Assert.False(TransientFault.IsIn(fault));
    }

    private string Name => new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database!;

    private Task<T?> AskAsync<T>(string question, LedgerDatabase? database = null) =>
        (database ?? Node.Get<LedgerDatabase>()).ReadAsync(session => session.FindAsync<T>(question), CancellationToken.None);
}
