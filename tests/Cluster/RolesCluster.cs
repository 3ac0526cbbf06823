using System.Net;
using System.Security.Cryptography.X509Certificates;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>Two nodes with grains and one that serves people, with certificates of one authority between them.</summary>
public sealed class RolesCluster : IAsyncLifetime
{
    private const int People = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("stretch-roles-").FullName;
    private readonly X509Certificate2 _authority = TestCertificate.Create("authority", isAuthority: true);
    private readonly List<Node> _nodes = [];
    private PostgreSqlServer? _postgreSql;
    private IReadOnlyDictionary<string, string?> _settings = new Dictionary<string, string?>();

    /// <summary>The node that serves people.</summary>
    internal Node Web { get; private set; } = null!;

    /// <summary>One of the nodes with grains.</summary>
    internal Node Silo { get; private set; } = null!;

    /// <summary>The API of the node that serves people.</summary>
    internal Api Api { get; private set; } = null!;

    /// <summary>Everybody.</summary>
    internal Crowd Crowd { get; private set; } = new("", []);

    public async Task InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartOwnAsync();
        _settings = ClusterWorkplace.Settings(await _postgreSql.CreateDatabaseAsync(), new Uri("https://localhost"));
        (Silo, Web) = (AddNode("silo", Certificate("one")), AddNode("web", Certificate("web")));
        AddNode("silo", Certificate("two"));
        await Task.WhenAll(_nodes.Select(node => node.StartAsync()));
        Api = new Api(Web.Address);
        Crowd = await new CrowdSetup(Api, People).RunAsync();
    }

    public async Task DisposeAsync()
    {
        Api?.Dispose();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }

        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A node with these settings beside those of all nodes; it is not started yet.</summary>
    internal Node AddNode(string role, params (string Name, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?>(_settings) { ["Cluster:Role"] = role };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var node = new Node(IPAddress.Loopback, settings);
        _nodes.Add(node);
        return node;
    }

    /// <summary>The settings of a certificate that the authority issues.</summary>
    internal (string Name, string? Value)[] Certificate(string name)
    {
        using var certificate = TestCertificate.Create(name, _authority);
        var (file, key) = certificate.Write(_folder, name);
        return
        [
            ("Cluster:Certificate", file),
            ("Cluster:CertificateKey", key),
            ("Cluster:CertificateAuthority", _authority.Write(_folder, "authority").Certificate),
        ];
    }
}
