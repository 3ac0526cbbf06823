using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Tests.Moving;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Migrations;

public abstract class SchemaMigratorTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IReadOnlyList<Migration> Known => Migration.ForEngine(Get<LedgerDatabase>().EngineName);

    [Fact]
    public async Task Apply_Again_ChangesNothing()
    {
        var applied = await HistoryAsync();

        await Migrator().ApplyAsync(Known, CancellationToken.None);

        Assert.Equal(Known.Select(migration => migration.Name), applied);
        Assert.Equal(applied, await HistoryAsync());
    }

    [Fact]
    public async Task Start_FourNodesAtOnceOnAnEmptyDatabase_MigratesItOnce()
    {
        await using var empty = await CreateDatabaseAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => new LedgerNode(empty)).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(node.StartAsync)));

        Assert.Equal(Known.Select(migration => migration.Name), await HistoryAsync(nodes[0]));
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Apply_OneMore_AppliesThatAlone()
    {
        await Migrator().ApplyAsync([.. Known, Next("CREATE TABLE extra (id integer)")], CancellationToken.None);

        Assert.Equal([.. Known.Select(migration => migration.Name), "9000-next.sql"], await HistoryAsync());
    }

    [Fact]
    public async Task Apply_MigrationFails_LeavesNothingOfIt()
    {
        var broken = Next("CREATE TABLE extra (id integer); INSERT INTO nowhere VALUES (1)");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Migrator().ApplyAsync([.. Known, broken], CancellationToken.None));

        Assert.Equal(Known.Select(migration => migration.Name), await HistoryAsync());
        await Migrator().ApplyAsync([.. Known, Next("CREATE TABLE extra (id integer)")], CancellationToken.None);
    }

    [Fact]
    public async Task Start_DatabaseOfANewerProgram_IsRefusedWithAClearError()
    {
        await Migrator().ApplyAsync([.. Known, Next("CREATE TABLE extra (id integer)")], CancellationToken.None);

        var error = await Assert.ThrowsAsync<MigrationException>(StartNodeAsync);

        Assert.Contains("newer than this program", error.Message, StringComparison.Ordinal);
        Assert.Contains("9000-next.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_NewerProgramOnlyAdds_OlderOnesGoOnAndStartAgain()
    {
        // So often that PostgreSQL keeps the plans of the statements.
        await UseAsync(Node, times: 6);

        await Migrator().ApplyAsync([.. Known, await ExpansionAsync()], CancellationToken.None);

        await UseAsync(Node, times: 2);
        var restarted = await StartNodeAsync();
        await UseAsync(restarted, times: 1);
        await Migrator().ApplyAsync(Known, CancellationToken.None);
    }

    [Fact]
    public async Task Apply_NewerProgramAddedAndThenChanged_RefusesOlderOnes()
    {
        var change = new Migration(9001, "9001-rename-things.sql", "DROP TABLE extra");
        await Migrator().ApplyAsync([.. Known, await ExpansionAsync(), change], CancellationToken.None);

        var error = await Assert.ThrowsAsync<MigrationException>(StartNodeAsync);

        Assert.Contains("9001-rename-things.sql", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0008-expand-notes.sql", true)]
    [InlineData("0008-expand-notes.postgresql.sql", true)]
    [InlineData("0008-notes.sql", false)]
    [InlineData("0008-notes-expand.sql", false)]
    [InlineData("0008-expand.sql", false)]
    [InlineData("0008-expanded-notes.sql", false)]
    public void OnlyAdds_IsToldByTheName(string name, bool onlyAdds)
    {
        Assert.Equal(onlyAdds, Migration.OnlyAdds(name));
    }

    [Fact]
    public async Task Apply_FileChangedAfterwards_IsRefusedWithItsName()
    {
        Migration[] tampered = [Known[0] with { Sql = $"{Known[0].Sql} " }, .. Known.Skip(1)];

        var error = await Assert.ThrowsAsync<MigrationException>(() => Migrator().ApplyAsync(tampered, CancellationToken.None));

        Assert.Contains(Known[0].Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForEngine_AreNumberedFromOneWithoutGaps()
    {
        Assert.Equal(Enumerable.Range(1, Known.Count), Known.Select(migration => migration.Number));
    }

    [Fact]
    public void Checksum_IsTheSameWhateverTheLineEnds()
    {
        Assert.Equal(new Migration(1, "a", "x\ny\n").Checksum, new Migration(1, "a", "x\r\ny\r\n").Checksum);
    }

    private static async Task UseAsync(LedgerNode node, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var ledger = new FilledLedger(node);
            await ledger.FillAsync();
            Assert.Equal(2, (await node.Get<IPeopleStore>().LoadAsync(ledger.Person.Id))!.Credits.Length);
        }
    }

    // A table, an index, and to every table a column that may be left out.
    private async Task<Migration> ExpansionAsync()
    {
        var columns = (await TableContent.TablesAsync(Node)).Remove("schema_migrations")
            .Select(table => $"ALTER TABLE {table} ADD COLUMN extra text; ALTER TABLE {table} ADD COLUMN more integer NOT NULL DEFAULT 7;");
        return new Migration(
            9000,
            "9000-expand-next.sql",
            $"CREATE TABLE extra (id integer); CREATE INDEX credits_by_day ON credits (local_date); {string.Concat(columns)}");
    }

    private static Migration Next(string sql) => new(9000, "9000-next.sql", sql);

    private SchemaMigrator Migrator() =>
        new(Get<LedgerDatabase>(), new FakeTimeProvider(), NullLogger<SchemaMigrator>.Instance);

    private async Task<IEnumerable<string>> HistoryAsync(LedgerNode? node = null) =>
        await (node ?? Node).Get<LedgerDatabase>().ReadAsync(
            session => session.QueryAsync<string>("SELECT name FROM schema_migrations ORDER BY number"),
            CancellationToken.None);

    public sealed class OnSqlite() : SchemaMigratorTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : SchemaMigratorTests(postgreSql)
    {
        [Fact]
        public async Task Apply_TableIsBeingBackedUp_GivesUpAndLeavesTheOthersAlone()
        {
            var addition = new Migration(9000, "9000-expand-next.sql", "ALTER TABLE credits ADD COLUMN extra text");

            await Get<LedgerDatabase>().WriteAsync(
                async backup =>
                {
                    await backup.ExecuteAsync("LOCK TABLE credits IN ACCESS SHARE MODE");
                    var fault = await Assert.ThrowsAsync<PostgresException>(
                        () => Migrator().ApplyAsync([.. Known, addition], CancellationToken.None));
                    Assert.Equal(PostgresErrorCodes.LockNotAvailable, fault.SqlState);
                    await UseAsync(Node, times: 1);
                    return true;
                },
                CancellationToken.None);

            await Migrator().ApplyAsync([.. Known, addition], CancellationToken.None);
        }
    }
}
