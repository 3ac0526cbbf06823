using System.Globalization;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Storage.Tests.DataMigration;

/// <summary>What is not moved; the target then is as it was.</summary>
[Collection(PostgreSqlTests.Name)]
public sealed class LedgerMoveRefusalTests(PostgreSqlFixture postgreSql) : MoveTests(postgreSql)
{
    private static readonly string LastMigration = Migration.ForEngine("sqlite")[^1].Name;

    [Fact]
    public async Task Run_NoSuchFile_SaysSo()
    {
        var refusal = await RefusalAsync($"{File}.elsewhere");

        Assert.StartsWith($"There is no file {File}.elsewhere.", refusal, StringComparison.Ordinal);
        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_FileIsNoDatabase_SaysSo()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192));

        Assert.Contains("is no SQLite database", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DatabaseOfAnotherProgram_SaysSo()
    {
        await AlterSourceAsync("CREATE TABLE photos (id integer)");

        Assert.Contains("not one of StretchChallenge", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SourceIsOlder_SaysWhichMigrationIsMissing()
    {
        await FillSourceAsync();
        await AlterSourceAsync($"DELETE FROM schema_migrations WHERE name = '{LastMigration}'");

        var refusal = await RefusalAsync();

        Assert.Contains(LastMigration, refusal, StringComparison.Ordinal);
        Assert.Contains("Start this version's server on the file once", refusal, StringComparison.Ordinal);
        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_SourceIsNewer_SaysSo()
    {
        await FillSourceAsync();
        await AlterSourceAsync("INSERT INTO schema_migrations VALUES (9000, '9000-next.sql', '', '2026-03-11 09:00:00+00:00')");

        var error = await Assert.ThrowsAsync<MigrationException>(() => Move().RunAsync(new Reports()));

        Assert.Contains("newer than this program", error.Message, StringComparison.Ordinal);
        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_TargetIsNewer_SaysSo()
    {
        await FillSourceAsync();
        await using (var node = new LedgerNode(Target))
        {
            await node.StartAsync();
        }

        await AskTargetAsync<int>("INSERT INTO schema_migrations VALUES (9000, '9000-next.sql', '', now())");

        var error = await Assert.ThrowsAsync<MigrationException>(() => Move().RunAsync(new Reports()));

        Assert.Contains("newer than this program", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await AskTargetAsync<long>("SELECT count(*) FROM credits"));
    }

    [Fact]
    public async Task Run_ServerStillRuns_SaysToStopIt()
    {
        await using var server = new LedgerNode(Source);
        await server.StartAsync();

        var refusal = await RefusalAsync();

        Assert.Contains("is in use: a server runs on it", refusal, StringComparison.Ordinal);
        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_ServerStartsMeanwhile_CannotWrite()
    {
        await FillSourceAsync();
        Exception? fault = null;
        var reports = new Reports
        {
            React = report => fault ??= Record.Exception(() => AlterSourceAsync("DELETE FROM credits;").GetAwaiter().GetResult()),
        };

        await Move().RunAsync(reports);

        Assert.Contains("locked", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TargetHasRows_NamesTheTable()
    {
        await FillSourceAsync();
        await Move().RunAsync(new Reports());

        Assert.Contains("is not empty: there are rows in accounts", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await AskTargetAsync<long>("SELECT count(*) FROM credits"));
    }

    [Fact]
    public async Task Run_TargetIsAnotherPrograms_NamesItsTable()
    {
        await FillSourceAsync();
        await AskTargetAsync<int>("CREATE TABLE photos (id integer)");

        Assert.Contains("a table photos of another program", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal("photos", await AskTargetAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Run_TargetKeepsNotEveryText_SaysHowToMakeAnother()
    {
        await FillSourceAsync();
        var name = $"latin_{Guid.NewGuid():N}";
        await AskTargetAsync<int>($"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        var latin = new Npgsql.NpgsqlConnectionStringBuilder(Target.ConnectionString) { Database = name }.ToString();

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(
            () => new LedgerMove(File, latin, TimeProvider.System).RunAsync(new Reports()));

        Assert.Contains("keeps texts as LATIN1", refusal.Message, StringComparison.Ordinal);
        await PostgreSql.DropDatabaseAsync(latin);
    }

    [Fact]
    public async Task Run_UserMayNotMakeTables_SaysWhatToDo()
    {
        await FillSourceAsync();
        var user = $"guest_{Guid.NewGuid():N}";
        await AskTargetAsync<int>($"CREATE USER {user}");
        var asGuest = new Npgsql.NpgsqlConnectionStringBuilder(Target.ConnectionString) { Username = user }.ToString();

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(
            () => new LedgerMove(File, asGuest, TimeProvider.System).RunAsync(new Reports()));

        Assert.Contains("ALTER DATABASE", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeysAreRefused_TouchesNothing()
    {
        await FillSourceAsync();
        var seen = "";
        var move = new LedgerMove(File, Target.ConnectionString, TimeProvider.System)
        {
            CheckKeys = keys => throw new MoveRefusedException(seen = Assert.Single(keys)),
        };

        await Assert.ThrowsAsync<MoveRefusedException>(() => move.RunAsync(new Reports()));

        Assert.Equal("<key />", seen);
        await AssertTargetHasNoTablesAsync();
    }

    [Theory]
    [InlineData("UPDATE walls SET created_at = 'soon'", "walls.created_at")]
    [InlineData("UPDATE enrolments SET joined_on = 'soon'", "enrolments.joined_on")]
    [InlineData("UPDATE accounts SET show_name = 2", "accounts.show_name")]
    [InlineData("UPDATE session_participants SET name = CAST('a' || char(0) AS text)", "session_participants")]
    [InlineData("UPDATE walls SET challenge_id = 'nowhere'", "walls")]
    public async Task Run_FailsInTheMiddle_SaysWhereAndLeavesTheTargetEmpty(string damage, string where)
    {
        await FillSourceAsync();
        await AlterSourceAsync(damage);

        Assert.Contains(where, await RefusalAsync(), StringComparison.Ordinal);

        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_Cancelled_LeavesTheTargetEmpty()
    {
        await FillSourceAsync();
        using var stop = new CancellationTokenSource();
        var reports = new Reports { React = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Move().RunAsync(reports, stop.Token));

        await AssertTargetHasNoTablesAsync();
    }

    [Fact]
    public async Task Run_DatabaseChangesARow_NoticesAndLeavesTheTargetEmpty()
    {
        await FillSourceAsync();
        var meddling = new Migration(9000, "9000-meddling.postgresql.sql", string.Create(CultureInfo.InvariantCulture, $"""
            CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := upper(NEW.name); RETURN NEW; END';
            CREATE TRIGGER meddle BEFORE INSERT ON teams FOR EACH ROW EXECUTE FUNCTION meddle()
            """));
        var move = new LedgerMove(File, Target.ConnectionString, TimeProvider.System)
        {
            TargetMigrations = [.. Migration.ForEngine("postgresql"), meddling],
        };

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => move.RunAsync(new Reports()));

        Assert.Contains("The table teams came out otherwise", refusal.Message, StringComparison.Ordinal);
        await AssertTargetHasNoTablesAsync();
    }
}
