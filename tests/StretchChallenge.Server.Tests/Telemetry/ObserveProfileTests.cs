using System.Text.RegularExpressions;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>The profile <c>observe</c> of <c>docker-compose.yml</c> finds what it mounts and whom it asks.</summary>
public sealed partial class ObserveProfileTests
{
    private static readonly string Compose = Read("../docker-compose.yml");

    [Fact]
    public void Mounts_OfTheRepository_AreThere()
    {
        // deploy/prepare makes the certificates and the ports that nginx listens on.
        var sources = Mount().Matches(Compose).Select(mount => mount.Groups["source"].Value)
            .Where(source => source.Split('/')[0] != "certs" && source != "nginx/listen").ToList();

        Assert.Contains("grafana/stretch-challenge.json", sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(DocumentedMetric.Folder, source)), source));
    }

    [Fact]
    public void Dashboards_AreReadFromWhereTheyAreMounted()
    {
        Assert.Contains("stretch-challenge.json:/dashboards/", Compose, StringComparison.Ordinal);
        Assert.Contains("path: /dashboards", Read("grafana/provisioning/dashboards/stretch-challenge.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void DataSource_IsTheServiceThatStoresMetrics()
    {
        Assert.Matches(@"\n  prometheus:\n", Compose);
        Assert.Contains("url: http://prometheus:9090\n", Read("grafana/provisioning/datasources/prometheus.yaml"), StringComparison.Ordinal);
        Assert.Contains("OTLP_ENDPOINT=http://prometheus:9090/api/v1/otlp\n", Read("prepare"), StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(DocumentedMetric.Folder, file));

    [GeneratedRegex(@"\./deploy/(?<source>[\w./-]+):")]
    private static partial Regex Mount();
}
