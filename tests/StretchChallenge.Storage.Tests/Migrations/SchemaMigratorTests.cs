using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Tests.DataMigration;
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

    private static async Task UseAsync(LedgerNode node)
    {
        var ledger = new FilledLedger(node);
        await ledger.FillAsync();
        Assert.Equal(2, (await node.Get<IPeopleStore>().LoadAsync(ledger.Person.Id))!.Credits.Length);
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
            var addition = Next("ALTER TABLE credits ADD COLUMN extra text");

            await Get<LedgerDatabase>().WriteAsync(
                async backup =>
                {
                    await backup.ExecuteAsync("LOCK TABLE credits IN ACCESS SHARE MODE");
                    var fault = await Assert.ThrowsAsync<PostgresException>(
                        () => Migrator().ApplyAsync([.. Known, addition], CancellationToken.None));
                    Assert.Equal(PostgresErrorCodes.LockNotAvailable, fault.SqlState);
                    await UseAsync(Node);
                    return true;
                },
                CancellationToken.None);

            await Migrator().ApplyAsync([.. Known, addition], CancellationToken.None);
        }
    }
}
