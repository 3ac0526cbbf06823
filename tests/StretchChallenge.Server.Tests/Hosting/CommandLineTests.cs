using StretchChallenge.Server.Hosting;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

[Trait("Category", "Faults")]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--urls=http://127.0.0.1:0", "-h")]
    public async Task Run_AskedForHelp_PrintsSwitchesAndEnds(params string[] args)
    {
        var command = await ServerCommand.RunAsync(args);

        Assert.Equal(0, command.ExitCode);
        Assert.All(
            new[] { "--share", "--urls", "backup", "move", "Server:PublicUrl", "Server:HstsDays", "ConnectionStrings:Ledger" },
            word => Assert.Contains(word, command.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'bakup' is neither a command", "bakup", "--to", "x")]
    [InlineData("There is no switch '--shre'", "--shre")]
    public async Task Run_UnknownWord_IsToldAndEnds(string words, params string[] args)
    {
        var command = await ServerCommand.RunAsync(args);

        Assert.Equal(1, command.ExitCode);
        Assert.Contains(words, command.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(null, "--share")]
    [InlineData(null, "--urls", "http://localhost:5080", "--environment=Development")]
    [InlineData(null, "--Server:PublicUrl=https://a.example", "Ledger:Provider=Sqlite", "/urls=http://localhost:1")]
    [InlineData(null, "--OTEL_SERVICE_NAME=stretch")]
    [InlineData("'8080'", "--share", "8080")]
    [InlineData("'--port'", "--urls=http://localhost:1", "--port=80")]
    [InlineData("'--PublicUrl'", "--PublicUrl", "https://a.example")]
    [InlineData("'-v'", "-v")]
    public void FindFault_Arguments_NamesWhatNobodyReads(string? named, params string[] args)
    {
        var fault = CommandLine.FindFault(args);

        Assert.Equal(named is null, fault is null);
        Assert.Contains(named ?? "", fault ?? "", StringComparison.Ordinal);
    }
}
