using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.DataMigration;

/// <summary>The command as a process of its own: what an administrator reads who asks for what cannot be.</summary>
public sealed class MoveCommandTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody";

    [Theory]
    [InlineData("Say where to: --to", "--from", "ledger.db")]
    [InlineData("There is no file /nowhere/ledger.db", "--from", "/nowhere/ledger.db", "--to", Nowhere)]
    [InlineData("There is no file /nowhere/ledger.db", "--from", "Data Source=/nowhere/ledger.db", "--to", Nowhere)]
    [InlineData("--from is neither a file nor", "--from", "Sauce=/nowhere/ledger.db", "--to", Nowhere)]
    [InlineData("--to is no connection string", "--from", "ledger.db", "--to", "somewhere")]
    [InlineData("'--form'", "--form", "ledger.db")]
    public async Task Run_ImpossibleWish_IsRefusedInWords(string words, params string[] arguments)
    {
        var command = await ServerCommand.RunAsync(["move", .. arguments]);

        Assert.Equal(1, command.ExitCode);
        Assert.Contains(words, command.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_TellsTheOptions()
    {
        var command = await ServerCommand.RunAsync("move", "--help");

        Assert.Equal(0, command.ExitCode);
        Assert.Contains("--from", command.Output, StringComparison.Ordinal);
        Assert.Contains("--to", command.Output, StringComparison.Ordinal);
    }
}
