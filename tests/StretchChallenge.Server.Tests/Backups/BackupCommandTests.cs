using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Backups;

/// <summary>The command as a process of its own, beside a running server.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-backup-");

    private string Ledger => Path.Combine(_folder.FullName, "ledger.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_FolderNamed_CopiesARunningServersDataThere()
    {
        await using var server = await ServerProcess.StartAsync(Settings(Ledger));
        var backups = _folder.CreateSubdirectory("backups");

        var command = await ServerCommand.RunAsync("backup", "--from", Ledger, "--to", backups.FullName);

        Assert.Equal((0, ""), (command.ExitCode, command.Errors));
        var copy = Assert.Single(backups.GetFiles());
        Assert.Matches(@"^ledger-\d{8}T\d{9}Z\.db$", copy.Name);
        await (await ServerProcess.StartAsync(Settings(copy.FullName))).DisposeAsync();
    }

    [Theory]
    [InlineData("There is no file /nowhere/ledger.db", "--from", "/nowhere/ledger.db", "--to", "/nowhere/copy.db")]
    [InlineData("No backup was made.", "--from", "Sauce=/nowhere/ledger.db", "--to", "/nowhere/copy.db")]
    [InlineData("'--to' is required", "--from", "/nowhere/ledger.db")]
    public async Task Run_ImpossibleWish_IsRefusedInWords(string words, params string[] arguments)
    {
        var command = await ServerCommand.RunAsync(["backup", .. arguments]);

        Assert.Equal(1, command.ExitCode);
        Assert.Contains(words, command.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Errors, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Settings(string ledger) => new()
    {
        ["ConnectionStrings:Ledger"] = $"Data Source={ledger}",
        ["Secrets:KeyFile"] = Path.Combine(_folder.FullName, "master.key"),
    };
}
