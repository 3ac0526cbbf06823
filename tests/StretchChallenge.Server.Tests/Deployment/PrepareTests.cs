using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.Deployment;

/// <summary><c>deploy/prepare</c> and the files beside it, as an administrator runs them in a folder of their own.</summary>
[Trait("Category", "Faults")]
[UnsupportedOSPlatform("windows")]
public sealed class PrepareTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("stretch-prepare-").FullName;

    public PrepareTests()
    {
        Directory.CreateDirectory($"{_folder}/deploy/nginx");
        File.Copy(Repository.PathOf("deploy/prepare"), $"{_folder}/deploy/prepare");
        foreach (var folder in new[] { _folder, $"{_folder}/deploy", $"{_folder}/deploy/nginx" })
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0x1FF);
        }
    }

    [Theory]
    [InlineData("https://192.168.1.10", "192.168.1.10")]
    [InlineData("https://192.168.1.10:8443", "192.168.1.10")]
    [InlineData("https://[fd00::10]", "fd00::10")]
    [InlineData("https://stretch.example.com", "stretch.example.com")]
    [InlineData("https://a-name-that-is-much-longer-than-64-characters.but-allowed-in-dns.stretch.example.com", "a-name-that-is-much-longer-than-64-characters.but-allowed-in-dns.stretch.example.com")]
    public async Task Run_AddressOfAnyKind_MakesACertificateForIt(string address, string host)
    {
        Assert.Equal((0, ""), await RunAsync(address));

        using var certificate = X509Certificate2.CreateFromPemFile($"{_folder}/deploy/certs/tls.crt", $"{_folder}/deploy/certs/tls.key");
        Assert.True(certificate.MatchesHostname(host, allowCommonName: false));
    }

    [Theory]
    [InlineData("stretch.example.com")]
    [InlineData("https://a-part-with-more-than-63-characters-between-two-dots-is-no-name-in-dns.example.com")]
    [InlineData("https://[nowhere]")]
    [InlineData("https://stretch.example.com/path")]
    [InlineData("https://-.example.com")]
    public async Task Run_ImpossibleAddress_SaysSoAndMakesNothing(string address)
    {
        var (code, errors) = await RunAsync(address);

        Assert.Equal(2, code);
        Assert.Contains("is no address such as", errors, StringComparison.Ordinal);
        Assert.Equal(["deploy"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Run_WithoutRoot_LeavesKeysSecretsAndBackupsPrivate()
    {
        await RunAsync("https://stretch.example.com");

        Assert.All(
            new[] { "deploy/certs/tls.key", "deploy/certs/cluster/node.key", ".env", "backups" },
            path => Assert.Equal(default, File.GetUnixFileMode($"{_folder}/{path}") & Others));
        Assert.Matches(@"(?m)^SERVER_USER=\d+:\d+$", await File.ReadAllTextAsync($"{_folder}/.env"));
    }

    [Theory]
    [InlineData("/proc/self/stat", true)]
    [InlineData("/proc/self/nothing", false)]
    public async Task Run_MachineWithOrWithoutIpv6_HasTheProxyListenOnIt(string sign, bool listens)
    {
        await RunAsync("https://stretch.example.com", ("IPV6", sign));

        Assert.Equal(listens ? 2 : 0, Directory.GetFiles($"{_folder}/deploy/nginx/listen").Length);
        Assert.DoesNotContain("listen [::]", await File.ReadAllTextAsync(Repository.PathOf("deploy/nginx/stretch-challenge.conf")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**/.env")]
    [InlineData("deploy/certs")]
    [InlineData("**/*.key")]
    [InlineData("**/*.pem")]
    [InlineData("**/*.pfx")]
    public void ImageContext_LeavesOutSecrets(string pattern) =>
        Assert.Contains(pattern, File.ReadLines(Repository.PathOf(".dockerignore")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // As somebody else than root, who is nobody where the tests are root's.
    private async Task<(int ExitCode, string Errors)> RunAsync(string address, params (string Name, string Value)[] variables)
    {
        string[] launcher = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        string[] command = [.. launcher, "bash", $"{_folder}/deploy/prepare", address];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
