using System.Security.Cryptography;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.DataMigration;

[Collection(PostgreSqlTests.Name)]
public sealed class LedgerMoveTests(PostgreSqlFixture postgreSql) : MoveTests(postgreSql)
{
    // The history of each engine is its own, and who belongs to a cluster is no data.
    private static readonly string[] OfTheTargetAlone =
        ["orleansmembershiptable", "orleansmembershipversiontable", "orleansquery", "schema_migrations"];

    [Fact]
    public async Task Run_LedgerOf100000CheckIns_MovesEveryRowOfEveryTable()
    {
        await FillSourceAsync(ledger => ledger.CheckInAsync(people: 100, days: 1000));
        var reports = new Reports();

        await Move().RunAsync(reports);

        await using var source = new LedgerNode(Source);
        await using var target = new LedgerNode(Target);
        var tables = (await TableContent.TablesAsync(target)).Except(OfTheTargetAlone).ToList();
        Assert.Equal(tables, reports.Done.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(100_002, reports.Done["credits"]);
        foreach (var table in tables)
        {
            var moved = await TableContent.ReadAsync(target, table);
            Assert.Equal(await TableContent.ReadAsync(source, table), moved.AsEnumerable());
            Assert.Equal(reports.Done[table], moved.Length);
        }
    }

    [Fact]
    public async Task FilledLedger_HasEveryTableAndColumnBothEmptyAndNot()
    {
        await FillSourceAsync();

        await using var node = new LedgerNode(Source);
        foreach (var table in (await TableContent.TablesAsync(node)).Remove("schema_migrations"))
        {
            foreach (var (column, isRequired) in await ColumnsAsync(node, table))
            {
                Assert.True(await AnyAsync(node, $"{table} WHERE {column} IS NOT NULL"), $"{table}.{column} is never filled.");
                Assert.True(isRequired || await AnyAsync(node, $"{table} WHERE {column} IS NULL"), $"{table}.{column} is never empty.");
            }
        }
    }

    [Fact]
    public async Task Run_Moved_LetsAServerGoOnWhereTheOtherStopped()
    {
        var person = new UserId("");
        await FillSourceAsync(ledger =>
        {
            person = ledger.Person.Id;
            return Task.CompletedTask;
        });

        await Move().RunAsync(new Reports());

        await using var server = new LedgerNode(Target);
        await server.StartAsync();
        var outcome = await server.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(person, Sample.Monday.AddDays(7)));
        Assert.Equal(LedgerOutcome.Committed, outcome);
        Assert.Equal(3, (await server.Get<IPeopleStore>().LoadAsync(person))!.Credits.Length);
        Assert.Equal("<key />", Assert.Single(await server.Get<IKeyStore>().LoadAsync()));
    }

    [Fact]
    public async Task Run_ServerWasKilled_MovesWhatIsInItsLogAndLeavesTheFilesAsTheyAre()
    {
        await using var node = new LedgerNode(Source);
        await node.StartAsync();
        await new FilledLedger(node).FillAsync();
        // As a kill leaves them: the log is not written back yet.
        var killed = $"{File}.killed";
        System.IO.File.Copy(File, killed);
        System.IO.File.Copy($"{File}-wal", $"{killed}-wal");
        var before = Hashes(killed);

        await Move(killed).RunAsync(new Reports());

        Assert.Equal(before, Hashes(killed));
        await using var target = new LedgerNode(Target);
        var credits = await TableContent.ReadAsync(node, "credits");
        Assert.Equal(2, credits.Length);
        Assert.Equal(credits, (await TableContent.ReadAsync(target, "credits")).AsEnumerable());
    }

    [Fact]
    public async Task Run_ServerEndedWell_LeavesTheFileAloneInItsFolder()
    {
        await FillSourceAsync();
        var before = Hashes(File);

        await Move().RunAsync(new Reports());

        Assert.Equal(before, Hashes(File));
    }

    [Fact]
    public async Task Run_TargetHasTheTablesAndNoRows_FillsThem()
    {
        await FillSourceAsync();
        await using (var node = new LedgerNode(Target))
        {
            await node.StartAsync();
        }

        await Move().RunAsync(new Reports());

        Assert.Equal(2, await AskTargetAsync<long>("SELECT count(*) FROM credits"));
    }

    [Fact]
    public async Task Run_TableNumbersItsRows_GoesOnAfterTheLastOne()
    {
        await FillSourceAsync();
        await AlterSourceAsync("CREATE TABLE notes (id integer PRIMARY KEY, big integer); INSERT INTO notes VALUES (41, 5000000000), (7, NULL); CREATE TABLE blank (id integer PRIMARY KEY)");
        var numbered = new Migration(9000, "9000-notes.postgresql.sql", """
            CREATE TABLE notes (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, big bigint);
            CREATE TABLE blank (id serial PRIMARY KEY)
            """);
        var move = new Storage.DataMigration.LedgerMove(File, Target.ConnectionString, TimeProvider.System)
        {
            TargetMigrations = [.. Migration.ForEngine("postgresql"), numbered],
        };

        await move.RunAsync(new Reports());

        Assert.Equal(42, await AskTargetAsync<int>("INSERT INTO notes (big) VALUES (1) RETURNING id"));
        Assert.Equal(1, await AskTargetAsync<int>("INSERT INTO blank DEFAULT VALUES RETURNING id"));
        Assert.Equal(5_000_000_000, await AskTargetAsync<long>("SELECT big FROM notes WHERE id = 41"));
    }

    private static Dictionary<string, string> Hashes(string file) => Directory
        .GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*")
        .ToDictionary(path => path, path => Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(path))));

    private static async Task<IEnumerable<(string Name, bool IsRequired)>> ColumnsAsync(LedgerNode node, string table) =>
        await node.Get<LedgerDatabase>().ReadAsync(
            session => session.QueryAsync<(string, bool)>("SELECT name, \"notnull\" FROM pragma_table_info(@table)", new { table }),
            CancellationToken.None);

    private static Task<bool> AnyAsync(LedgerNode node, string rows) => node.Get<LedgerDatabase>().ReadAsync(
        session => session.FindAsync<bool>($"SELECT EXISTS (SELECT 1 FROM {rows})"), CancellationToken.None);
}
