using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Npgsql;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability.Backups;

/// <summary>What <c>deploy/backup</c> saves of a running server on PostgreSQL, and <c>deploy/restore</c> brings back.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-backups-");
    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private PostgreSqlServer? _postgreSql;

    private PostgreSqlServer PostgreSql => _postgreSql ?? throw new InvalidOperationException("The test has not begun.");

    public async Task InitializeAsync() => _postgreSql = await PostgreSqlServer.StartAsync();

    public async Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await PostgreSql.DisposeAsync();
    }

    [Fact]
    public async Task Restore_OfARunningServersBackup_ShowsEverybodyTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(PostgreSql);
        var people = new UsedWorkplace();
        IReadOnlyDictionary<string, string> before;
        await using (var server = await StartAsync(database))
        {
            using var api = new Api(server.Address) { SetupCode = server.SetupCode };
            await people.FillAsync(api);
            before = await people.LookAsync(api);

            await BackUpAsync(database);
        }

        await using var restored = await TestDatabase.CreateAsync(PostgreSql);
        var restore = await DeployScript.RunAsync("restore", restored.ConnectionString, Backup());

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Contains("6 accounts, 5 days done", restore.Output, StringComparison.Ordinal);
        await using var again = await StartAsync(restored);
        using var apiAgain = new Api(again.Address);
        var after = await people.LookAsync(apiAgain);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, page => Assert.Equal(page.Value, after[page.Key]));
    }

    [Fact]
    public async Task Restore_DatabaseIsNotEmpty_IsRefusedAndChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(PostgreSql);
        await (await StartAsync(database)).DisposeAsync();
        await BackUpAsync(database);

        var restore = await DeployScript.RunAsync("restore", database.ConnectionString, Backup());

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("is not empty", restore.Errors, StringComparison.Ordinal);
        await (await StartAsync(database)).DisposeAsync();
    }

    [Fact]
    public async Task Restore_BackupIsCutOff_LeavesTheDatabaseEmpty()
    {
        await using var database = await TestDatabase.CreateAsync(PostgreSql);
        await (await StartAsync(database)).DisposeAsync();
        await BackUpAsync(database);
        await using (var file = File.OpenWrite(Backup()))
        {
            file.SetLength(file.Length / 2);
        }

        await using var empty = await TestDatabase.CreateAsync(PostgreSql);
        var restore = await DeployScript.RunAsync("restore", empty.ConnectionString, Backup());

        Assert.NotEqual(0, restore.ExitCode);
        await (await StartAsync(empty)).DisposeAsync();
    }

    [Fact]
    public async Task Backup_DatabaseIsAway_LeavesNoFile()
    {
        var backup = await DeployScript.RunAsync("backup", $"Host=127.0.0.1;Port={FreePort.Find()};Username=nobody;Database=none", _folder.FullName);

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains("No backup was made", backup.Errors, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Backup_OldOnes_AreRemovedAndTheLastOneStays()
    {
        await using var database = await TestDatabase.CreateAsync(PostgreSql);
        var old = Path.Combine(_folder.FullName, "stretch-20260101T000000Z.dump");
        await File.WriteAllTextAsync(old, "");
        File.SetLastWriteTimeUtc(old, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await BackUpAsync(database);

        Assert.NotEqual(old, Backup());
    }

    private string Backup() => Assert.Single(_folder.GetFiles()).FullName;

    private async Task BackUpAsync(TestDatabase database)
    {
        var backup = await DeployScript.RunAsync("backup", database.ConnectionString, _folder.FullName);
        Assert.True(backup.ExitCode == 0, backup.Errors);
    }

    private Task<ServerProcess> StartAsync(TestDatabase database) => ServerProcess.StartAsync(
        [.. UsedWorkplace.Settings, .. database.Settings, KeyValuePair.Create<string, string?>("Secrets:MasterKey", _masterKey)]);
}

/// <summary>A script of <c>deploy/</c>, run as an administrator runs it.</summary>
/// <param name="ExitCode">0 where it did what it was asked for.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to the standard error.</param>
internal sealed record DeployScript(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it on a database, named to it as PostgreSQL's own programs are told.</summary>
    public static async Task<DeployScript> RunAsync(string name, string database, params string[] arguments)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(Locate(name), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = address.Host,
                ["PGPORT"] = address.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = address.Username,
                ["PGPASSWORD"] = address.Password,
                ["PGDATABASE"] = address.Database,
            },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DeployScript(process.ExitCode, await output, await errors);
    }

    private static string Locate(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath($"../../../deploy/{name}", Path.GetDirectoryName(here)!);
}
