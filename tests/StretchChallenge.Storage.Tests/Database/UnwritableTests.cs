using Npgsql;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;
using StretchChallenge.Testing;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>A database that takes no writes for a while, and then does again.</summary>
[Trait("Category", "Faults")]
public abstract class UnwritableTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Commit_DatabaseIsUnwritableForAWhile_FailsAndTheFirstOneAfterwardsSucceeds()
    {
        var user = await RegisterAsync();
        var writer = Get<ILedgerWriter>();
        await writer.OutcomeAsync(Sample.CheckIn(user));
        await CloseAsync();

        await Assert.ThrowsAsync<DatabaseUnwritableException>(() => writer.OutcomeAsync(Large(user)));
        Assert.True(Get<LedgerDatabase>().Writes.IsLost);

        await OpenAsync();
        Assert.Equal(LedgerOutcome.Committed, await writer.OutcomeAsync(Large(user)));
        Assert.False(Get<LedgerDatabase>().Writes.IsLost);
        Assert.Equal(2, (await Get<IPeopleStore>().LoadAsync(user))!.Credits.Length);
    }

    [Fact]
    public async Task Probe_DatabaseIsUnwritableForAWhile_FindsOutByItselfThatItIsNotAnyMore()
    {
        var user = await RegisterAsync();
        await CloseAsync();
        await Assert.ThrowsAsync<DatabaseUnwritableException>(() => Get<ILedgerWriter>().OutcomeAsync(Large(user)));

        await OpenAsync();
        await Get<ILedgerProbe>().CheckAsync();

        Assert.False(Get<LedgerDatabase>().Writes.IsLost);
    }

    /// <summary>From now on the database takes no check-in.</summary>
    private protected abstract Task CloseAsync();

    /// <summary>From now on it takes them again.</summary>
    private protected abstract Task OpenAsync();

    // Does not fit into the pages that the file has already.
    private static CheckInEntry Large(UserId user)
    {
        var checkIn = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        return checkIn with { Command = checkIn.Command with { Answer = new string('x', 200_000) } };
    }

    public sealed class OnSqlite() : UnwritableTests(null)
    {
        [Fact]
        public async Task Write_TransactionWasRolledBackByTheEngine_TheNextOneSucceeds()
        {
            var database = Get<LedgerDatabase>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
                async session =>
                {
                    await session.ExecuteAsync("ROLLBACK");
                    throw new InvalidOperationException("The work's own.");
                },
                CancellationToken.None));

            Assert.Equal(1, await database.WriteAsync(session => session.FindAsync<long>("SELECT 1"), CancellationToken.None));
        }

        // Only the process's writing connection has the limit, and it is replaced once a write has failed.
        private protected override Task CloseAsync() => Get<LedgerDatabase>().WriteAsync(
            session => session.FindAsync<long>("PRAGMA max_page_count = 1"), CancellationToken.None);

        private protected override Task OpenAsync() => Task.CompletedTask;
    }

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : UnwritableTests(postgreSql)
    {
        private string Name => new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database!;

        // As an administrator does, whose change holds for connections made afterwards.
        private protected override async Task CloseAsync()
        {
            await AdministerAsync($"ALTER DATABASE {Name} SET default_transaction_read_only = on");
            await AdministerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
            // The pool finds out with its next use that its connections are gone.
            await Wait.UntilAsync(async () =>
            {
                try
                {
                    return await Get<LedgerDatabase>().ReadAsync(
                        session => session.FindAsync<string>("SHOW default_transaction_read_only"), CancellationToken.None) == "on";
                }
                catch (NpgsqlException)
                {
                    return false;
                }
            });
        }

        private protected override Task OpenAsync() => AdministerAsync($"ALTER DATABASE {Name} RESET default_transaction_read_only");

        private async Task AdministerAsync(string sql)
        {
            var server = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Database = "postgres", Pooling = false };
            await using var connection = new NpgsqlConnection(server.ToString());
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
