using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>nginx before the nodes, with the configuration of <c>deploy/nginx</c>: only its addresses and files are this machine's.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly string _directory = Directory.CreateTempSubdirectory("stretch-nginx-").FullName;
    private readonly IReadOnlyList<Uri> _nodes;
    private readonly int _plainPort = FreePort.Find();
    private readonly bool _byName;
    private Process? _process;

    private Proxy(int port, IReadOnlyList<Uri> nodes, bool byName)
    {
        _byName = byName;
        Address = new Uri($"https://localhost:{port}");
        _nodes = nodes;
        Certificate = MakeCertificate();
    }

    /// <summary>The proxy's address.</summary>
    public Uri Address { get; }

    /// <summary>Its self-signed certificate.</summary>
    public X509Certificate2 Certificate { get; private set; }

    /// <summary>Where it answers plain HTTP.</summary>
    public Uri PlainAddress => new($"http://localhost:{_plainPort}");

    /// <summary>What it wrote into its logs so far.</summary>
    public string ReadLogs() => string.Concat(Directory.GetFiles(_directory, "*.log").Select(File.ReadAllText));

    /// <summary>Replaces the certificate's files, as a renewal does.</summary>
    public void RenewCertificate()
    {
        Certificate.Dispose();
        Certificate = MakeCertificate();
    }

    /// <summary>A handler that trusts the proxy alone.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => Certificate.Equals(shown) },
    };

    /// <summary>Starts it before these nodes.</summary>
    public static async Task<Proxy> StartAsync(int port, IReadOnlyList<Uri> nodes)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("nginx is not installed here: apt-get install nginx-light.");
        }

        var proxy = new Proxy(port, nodes, byName: false);
        await proxy.WriteAsync(absent: null);
        proxy._process = Process.Start(Program, ["-p", proxy._directory, "-c", "nginx.conf"]);
        return proxy;
    }

    /// <summary>Starts it before nodes that it knows by their names, with a file in the place of /etc/hosts, and with what reloads it.</summary>
    public static async Task<Proxy> StartAsync(int port, int nodePort, string hosts)
    {
        var node = new Uri($"http://node:{nodePort}");
        var proxy = new Proxy(port, [node, node, node], byName: true);
        await proxy.WriteAsync(absent: null);
        var arguments = $"-p {proxy._directory} -c nginx.conf";
        var script = $"mount --bind {hosts} /etc/hosts && {Repository.PathOf("deploy/nginx/reload-when-changed.sh")} {arguments} && exec {Program} {arguments}";
        string[] rights = Environment.IsPrivilegedProcess ? ["-m"] : ["-r", "-m"];
        var start = new ProcessStartInfo("unshare", [.. rights, "sh", "-c", script])
        {
            Environment = { ["CERTIFICATES"] = proxy._directory, ["INTERVAL"] = "0.2", ["PATH"] = $"/usr/sbin:{Environment.GetEnvironmentVariable("PATH")}" },
        };
        proxy._process = Process.Start(start);
        return proxy;
    }

    /// <summary>Goes on without a node, or with all of them where none is named; whoever is being served is served to the end.</summary>
    public async Task LeaveOutAsync(Uri? node)
    {
        await WriteAsync(node);
        using var reload = Process.Start("kill", ["-HUP", $"{_process!.Id}"]);
        await reload.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // Its workers are its children, and go with it.
            using var quit = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Certificate.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText($"{_directory}/tls.crt", certificate.ExportCertificatePem());
        File.WriteAllText($"{_directory}/tls.key", key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private async Task WriteAsync(Uri? absent)
    {
        var site = await File.ReadAllTextAsync(Repository.PathOf("deploy/nginx/stretch-challenge.conf"));
        for (var i = 0; i < _nodes.Count; i++)
        {
            var down = _nodes[i] == absent ? " down" : "";
            var address = _byName ? $"node{i + 1}:{_nodes[i].Port}" : _nodes[i].Authority;
            site = Replace(site, $"server node{i + 1}:8080", $"server {address}{down}");
        }

        site = Replace(site, "listen 80;", $"listen 127.0.0.1:{_plainPort};");
        site = Replace(site, "listen 443 ssl http2;", $"listen 127.0.0.1:{Address.Port} ssl http2;");
        site = Replace(site, "/etc/nginx/certs/", $"{_directory}/");
        site = Replace(site, "/var/log/nginx/", $"{_directory}/");
        var user = Environment.IsPrivilegedProcess ? "user root;" : "";
        await File.WriteAllTextAsync($"{_directory}/nginx.conf", $$"""
            {{user}}
            daemon off;
            worker_processes 1;
            pid {{_directory}}/nginx.pid;
            error_log {{_directory}}/error.log warn;
            events { worker_connections 4096; }
            http {
                client_body_temp_path {{_directory}}/body;
                proxy_temp_path {{_directory}}/proxy;
                fastcgi_temp_path {{_directory}}/fastcgi;
                uwsgi_temp_path {{_directory}}/uwsgi;
                scgi_temp_path {{_directory}}/scgi;
                # As in the nginx.conf of packages and images.
                access_log {{_directory}}/http.log combined;
            {{site}}
            }
            """);
    }

    // What is not there any more must not be replaced in silence.
    private static string Replace(string text, string old, string by)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, by, StringComparison.Ordinal);
    }
}
