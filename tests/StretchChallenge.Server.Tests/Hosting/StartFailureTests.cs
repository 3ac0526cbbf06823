using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

/// <summary>The server as a process of its own: what an administrator reads who started it wrongly.</summary>
public sealed class StartFailureTests : IDisposable
{
    private const string Endpoint = "Kestrel:Endpoints:Https";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-start-");

    private string Ledger => $"{_folder.FullName}/ledger.db";

    [Fact]
    public async Task Start_AddressIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await AssertSaysAsync("urls", $"http://{other.LocalEndpoint}", "another program", "--urls=");

        Assert.False(File.Exists(Ledger));
    }

    [Theory]
    [InlineData("SiloPort")]
    [InlineData("GatewayPort")]
    public async Task Start_PortOfTheClusterIsTaken_SaysSo(string setting)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var settings = Away();
        settings["Cluster:Address"] = "127.0.0.1";
        settings["Cluster:SiloPort"] = $"{FreePort.Find()}";
        settings["Cluster:GatewayPort"] = $"{FreePort.Find()}";
        settings[$"Cluster:{setting}"] = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        await AssertSaysAsync(settings, "cannot listen at Cluster:SiloPort or Cluster:GatewayPort");
    }

    [Fact]
    public async Task Start_AnotherServerHasTheFile_SaysSo()
    {
        await using var other = await ServerProcess.StartAsync(Settings());

        await AssertSaysAsync("urls", "http://127.0.0.1:0", $"Another server uses {Ledger}", "ConnectionStrings:Ledger");
    }

    [Fact]
    public Task Start_SettingIsImpossible_NamesIt() => AssertSaysAsync("Ledger:MaxBatch", "many", "Ledger:MaxBatch is 'many'");

    [Fact]
    public Task Start_SettingOfAFeatureIsImpossible_NamesIt() => AssertSaysAsync("Routines:Pace", "0", "Routines:Pace is 1 or more");

    [Fact]
    public Task Start_DatabaseIsAway_SaysSo() => AssertSaysAsync(Away(), "The database does not answer", "ConnectionStrings:Ledger");

    [Theory]
    [InlineData("Role", "boss", "Cluster:Role is 'boss'")]
    [InlineData("Address", "here", "Cluster:Address is 'here'")]
    [InlineData("SiloPort", "70000", "Cluster:SiloPort is '70000'")]
    public Task Start_PlaceInTheClusterIsImpossible_NamesIt(string setting, string value, string words) =>
        AssertSaysAsync($"Cluster:{setting}", value, words);

    [Fact]
    public Task Start_WebRoleWithSqlite_IsRefused() =>
        AssertSaysAsync("Cluster:Role", "web", "Cluster:Role is", "cluster needs");

    [Fact]
    public async Task Start_SchemaIsNewer_SaysSoAndChangesNothing()
    {
        await RunOnceAsync();
        Execute("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (9999, '9999-later.sql', 'x', '2030-01-01')");
        var before = File.ReadAllBytes(Ledger);

        await AssertSaysAsync("urls", "http://127.0.0.1:0", "The database is newer than this program", "9999-later.sql");

        Assert.Equal(before, File.ReadAllBytes(Ledger));
    }

    [Fact]
    public async Task Start_LedgerIsAFolder_SaysSo()
    {
        Directory.CreateDirectory(Ledger);

        await AssertSaysAsync("urls", "http://127.0.0.1:0", $"The database {Ledger} cannot be used: it is a folder");
    }

    [Fact]
    public async Task Start_LedgerIsNoDatabase_SaysSoAndLeavesIt()
    {
        await File.WriteAllTextAsync(Ledger, new string('x', 8192));

        await AssertSaysAsync("urls", "http://127.0.0.1:0", $"The database {Ledger} cannot be used", "is no SQLite database");

        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(Ledger));
    }

    [Fact]
    public async Task Start_FolderIsBelowAFile_NamesIt()
    {
        var file = $"{_folder.FullName}/file";
        await File.WriteAllTextAsync(file, "");

        await AssertSaysAsync("ConnectionStrings:Ledger", $"Data Source={file}/ledger.db", $"{file} is a file and no folder");
    }

    [Theory]
    [InlineData("head -c 100M /dev/zero >{0}/rest 2>/dev/null || true", "its disk is full")]
    [InlineData("mount -o remount,ro none {0}", "Read-only file system")]
    public async Task Start_DiskOfExistingDataIsOf_NamesTheFileAndTheReason(string command, string reason)
    {
        await RunOnceAsync();
        var disk = _folder.CreateSubdirectory("disk").FullName;
        var script = $"mount -t tmpfs -o size=4m none {disk} && cp {Ledger} {disk} && {{ {string.Format(null, command, disk)}; }} && exec \"$@\"";
        // Without root's rights, a user namespace gives the right to mount.
        string[] rights = Environment.IsPrivilegedProcess ? ["-m"] : ["-r", "-m"];
        var settings = new Dictionary<string, string?>(Settings()) { ["ConnectionStrings:Ledger"] = $"Data Source={disk}/ledger.db" };

        await AssertSaysAsync(settings, ["unshare", .. rights, "sh", "-c", script, "sh"], $"{disk}/ledger.db", reason);
    }

    [Fact]
    public Task Start_CertificateIsMissing_NamesIt() => AssertSaysAsync(
        Https(("Path", "/nowhere/tls.crt"), ("KeyPath", "/nowhere/tls.key")), $"{Endpoint}:Certificate:Path is /nowhere/tls.crt", "there is no file");

    [Fact]
    public async Task Start_CertificatesPasswordIsWrong_NamesIt()
    {
        using var certificate = TestCertificate.Create("localhost");
        var file = $"{_folder.FullName}/tls.pfx";
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "right"));

        await AssertSaysAsync(Https(("Path", file), ("Password", "wrong")), file, "password");
    }

    [Fact]
    public async Task Start_KeyIsOfAnotherCertificate_NamesIt()
    {
        var (certificate, key) = WriteUnlikePair();

        await AssertSaysAsync(Https(("Path", certificate), ("KeyPath", key)), certificate, "does not match");
    }

    [Fact]
    public async Task Start_KeyOfTheClusterIsOfAnotherCertificate_NamesIt()
    {
        var (certificate, key) = WriteUnlikePair();
        var settings = Away();
        settings["Cluster:Certificate"] = certificate;
        settings["Cluster:CertificateKey"] = key;

        await AssertSaysAsync(settings, $"Cluster:Certificate is {certificate}", "does not match");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task AssertSaysAsync(string setting, string value, params string[] words) =>
        AssertSaysAsync(new Dictionary<string, string?>(Settings()) { [setting] = value }, words);

    private static Task AssertSaysAsync(Dictionary<string, string?> settings, params string[] words) => AssertSaysAsync(settings, [], words);

    private static async Task AssertSaysAsync(Dictionary<string, string?> settings, string[] launcher, params string[] words)
    {
        var end = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(settings, launcher));

        Assert.Contains("exit code 1:", end.Message, StringComparison.Ordinal);
        Assert.Contains("The server cannot start.", end.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, end.Message, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", end.Message, StringComparison.Ordinal);
    }

    private async Task RunOnceAsync()
    {
        await using var server = await ServerProcess.StartAsync(Settings());
        await server.StopAsync();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private (string Certificate, string Key) WriteUnlikePair()
    {
        using var one = TestCertificate.Create("localhost");
        using var other = TestCertificate.Create("localhost");
        return (one.Write(_folder.FullName, "one").Certificate, other.Write(_folder.FullName, "other").Key);
    }

    private Dictionary<string, string?> Https(params (string Name, string Value)[] certificate)
    {
        var settings = new Dictionary<string, string?>(Settings()) { [$"{Endpoint}:Url"] = "https://127.0.0.1:0" };
        foreach (var (name, value) in certificate)
        {
            settings[$"{Endpoint}:Certificate:{name}"] = value;
        }

        return settings;
    }

    private Dictionary<string, string?> Away() => new(Settings())
    {
        ["Ledger:Provider"] = "PostgreSql",
        ["ConnectionStrings:Ledger"] = $"Host=127.0.0.1;Port={FreePort.Find()};Username=nobody",
    };

    private Dictionary<string, string?> Settings() => new()
    {
        ["ConnectionStrings:Ledger"] = $"Data Source={Ledger}",
        ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]),
    };
}
