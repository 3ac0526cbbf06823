using System.Globalization;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

/// <summary>Servers with SQLite beside each other on one machine.</summary>
public sealed class EmbeddedSiloTests : IDisposable
{
    private const string Listening = "0A";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-silo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_TwoAtTheSameTime_EachListensForHttpAlone()
    {
        var servers = await Task.WhenAll(StartAsync("one"), StartAsync("two"));

        foreach (var server in servers)
        {
            Assert.Equal([server.Address.Port], ListeningPorts(server.Id));
            await server.DisposeAsync();
        }
    }

    private Task<ServerProcess> StartAsync(string name) => ServerProcess.StartAsync(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Ledger"] = $"Data Source={_folder.FullName}/{name}/ledger.db",
    });

    // The ports of the process's own sockets, whatever else its network namespace holds.
    private static IEnumerable<int> ListeningPorts(int process)
    {
        var own = Directory.GetFiles($"/proc/{process}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        return from table in (string[])["tcp", "tcp6"]
               from line in File.ReadLines($"/proc/{process}/net/{table}").Skip(1)
               let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where columns[3] == Listening && own.Contains(columns[9])
               select int.Parse(columns[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
