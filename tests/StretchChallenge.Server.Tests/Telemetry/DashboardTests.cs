using System.Text.Json;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>The dashboard shows what there is, and Grafana can read it.</summary>
public sealed class DashboardTests
{
    // What Prometheus itself adds, from the resource and for ranges.
    private static readonly string[] LabelsOfPrometheus = ["job", "instance", "le"];

    [Fact]
    public void Queries_NameOnlyMetricsThatTheServerSends()
    {
        var known = DocumentedMetric.All.SelectMany(metric => PrometheusName.Of(metric.Name, metric.Kind, metric.Unit)).ToHashSet();

        Assert.All(Dashboard.Queries, query =>
        {
            var series = Dashboard.SeriesIn(query).ToList();
            Assert.NotEmpty(series);
            Assert.Empty(series.Except(known));
        });
    }

    [Fact]
    public void Queries_ShowEveryMetricOfOurs()
    {
        var shown = Dashboard.Queries.SelectMany(Dashboard.SeriesIn).ToHashSet();
        var ours = DocumentedMetric.All.Where(metric =>
            metric.Name.Split('.')[0] is "ledger" or "live" or "stretch");

        Assert.Empty(ours
            .Where(metric => !PrometheusName.Of(metric.Name, metric.Kind, metric.Unit).Any(shown.Contains))
            .Select(metric => metric.Name));
    }

    [Fact]
    public void Queries_NameOnlyLabelsThatThereAre()
    {
        var known = File.ReadAllText(Path.Combine(DocumentedMetric.Folder, "TELEMETRY.md"));
        var labels = Dashboard.Queries.SelectMany(Dashboard.LabelsIn).Distinct().Except(LabelsOfPrometheus).ToList();

        Assert.NotEmpty(labels);
        var tags = known.Split('`').Where((_, index) => index % 2 == 1).Select(PrometheusName.Label).ToHashSet();
        Assert.Empty(labels.Except(tags));
    }

    [Fact]
    public void Queries_OfCounters_AreRates()
    {
        var counters = DocumentedMetric.All.Where(metric => metric.Kind is OtlpKind.Counter or OtlpKind.Histogram)
            .SelectMany(metric => PrometheusName.Of(metric.Name, metric.Kind, metric.Unit)).ToList();

        Assert.All(Dashboard.Queries, query => Assert.All(
            counters.Where(counter => query.Contains($"{counter}{{", StringComparison.Ordinal)),
            counter => Assert.Matches($@"(rate|increase)\({counter}\{{", query)));
    }

    [Fact]
    public void Panels_HaveIdsOfTheirOwnAndLieSideBySide()
    {
        var ids = Dashboard.Panels.Select(panel => panel.GetProperty("id").GetInt32()).ToList();
        Assert.Equal(ids.Distinct(), ids);

        var places = Dashboard.Panels.SelectMany(Cells).ToList();
        Assert.Equal(places.Distinct().Count(), places.Count);
        Assert.All(places, place => Assert.InRange(place.X, 0, 23));
    }

    [Fact]
    public void Charts_SayWhatTheyShow()
    {
        Assert.All(Dashboard.Charts, chart =>
        {
            Assert.NotEmpty(chart.GetProperty("title").GetString()!);
            Assert.NotEmpty(chart.GetProperty("description").GetString()!);
            Assert.NotEmpty(chart.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!);
            Assert.Equal("${datasource}", chart.GetProperty("datasource").GetProperty("uid").GetString());
            var letters = chart.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("refId").GetString()).ToList();
            Assert.Equal(letters.Distinct(), letters);
        });
    }

    [Fact]
    public void Rows_AreWhatAnOperatorAsksFor()
    {
        Assert.Equal(
            ["Service health", "Check-ins and ledger", "Live", "Grains and cluster", "Taking part"],
            Dashboard.Panels.Except(Dashboard.Charts).Select(row => row.GetProperty("title").GetString()));
        Assert.Equal("stretch-challenge", Dashboard.Json.GetProperty("uid").GetString());
        Assert.True(Dashboard.Json.GetProperty("schemaVersion").GetInt32() >= 36);
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonElement panel)
    {
        var place = panel.GetProperty("gridPos");
        var (x, y) = (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32());
        return from column in Enumerable.Range(x, place.GetProperty("w").GetInt32())
               from line in Enumerable.Range(y, place.GetProperty("h").GetInt32())
               select (column, line);
    }
}
