using System.Net;
using System.Net.Sockets;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

/// <summary>The server as a process of its own: what an administrator reads who started it wrongly.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-start-");

    [Fact]
    public async Task Start_AddressIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await AssertSaysAsync("urls", $"http://{other.LocalEndpoint}", "another program", "--urls=");
    }

    [Fact]
    public async Task Start_AnotherServerHasTheFile_SaysSo()
    {
        await using var other = await ServerProcess.StartAsync(Settings());

        await AssertSaysAsync("urls", "http://127.0.0.1:0", $"Another server uses {_folder.FullName}/ledger.db", "ConnectionStrings:Ledger");
    }

    [Fact]
    public Task Start_SettingIsImpossible_NamesIt() => AssertSaysAsync("Ledger:MaxBatch", "many", "Ledger:MaxBatch is 'many'");

    [Fact]
    public Task Start_SettingOfAFeatureIsImpossible_NamesIt() => AssertSaysAsync("Routines:Pace", "0", "Routines:Pace is 1 or more");

    [Fact]
    public Task Start_DatabaseIsAway_SaysSo() => AssertSaysAsync(
        "ConnectionStrings:Ledger",
        $"Host=127.0.0.1;Port={FreePort.Find()};Username=nobody",
        "The database does not answer",
        "ConnectionStrings:Ledger");

    [Theory]
    [InlineData("Role", "boss", "Cluster:Role is 'boss'")]
    [InlineData("Address", "here", "Cluster:Address is 'here'")]
    [InlineData("SiloPort", "70000", "Cluster:SiloPort is '70000'")]
    public Task Start_PlaceInTheClusterIsImpossible_NamesIt(string setting, string value, string words) =>
        AssertSaysAsync($"Cluster:{setting}", value, words);

    [Fact]
    public Task Start_NodeWithoutGrains_NeedsTheClusterBuild() =>
        AssertSaysAsync("Cluster:Role", "web", "Cluster:Role is", "cluster needs");

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task AssertSaysAsync(string setting, string value, params string[] words)
    {
        var settings = new Dictionary<string, string?>(Settings())
        {
            ["Ledger:Provider"] = value.StartsWith("Host=", StringComparison.Ordinal) ? "PostgreSql" : "Sqlite",
            [setting] = value,
        };

        var end = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(settings));

        Assert.Contains("The server cannot start.", end.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, end.Message, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", end.Message, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["ConnectionStrings:Ledger"] = $"Data Source={_folder.FullName}/ledger.db",
        ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]),
    };
}
