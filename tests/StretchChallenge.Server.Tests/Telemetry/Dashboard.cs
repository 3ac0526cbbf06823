using System.Text.Json;
using System.Text.RegularExpressions;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>The Grafana dashboard in <c>deploy/grafana</c>.</summary>
internal static partial class Dashboard
{
    /// <summary>The whole of it.</summary>
    public static JsonElement Json { get; } =
        JsonElement.Parse(File.ReadAllText(Path.Combine(DocumentedMetric.Folder, "grafana", "stretch-challenge.json")));

    /// <summary>Its panels, headings of rows among them.</summary>
    public static IReadOnlyList<JsonElement> Panels { get; } = [.. Json.GetProperty("panels").EnumerateArray()];

    /// <summary>The panels that show something.</summary>
    public static IReadOnlyList<JsonElement> Charts { get; } =
        [.. Panels.Where(panel => panel.GetProperty("type").GetString() != "row")];

    /// <summary>All queries, those that fill the lists to choose from included.</summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        .. Charts.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!),
        .. Json.GetProperty("templating").GetProperty("list").EnumerateArray()
            .Where(variable => variable.GetProperty("type").GetString() == "query")
            .Select(variable => variable.GetProperty("definition").GetString()!),
    ];

    /// <summary>The names of series in a query: every word that is not PromQL's own, nor a label or text.</summary>
    public static IEnumerable<string> SeriesIn(string query) => Words()
        .Matches(Grouping().Replace(Labels().Replace(LabelValues().Replace(query, "$1"), ""), ""))
        .Select(word => word.Value)
        .Except(["sum", "count", "rate", "increase", "histogram_quantile", "topk", "clamp_min", "vector", "or"]);

    /// <summary>The labels that a query chooses or groups by.</summary>
    public static IEnumerable<string> LabelsIn(string query) => Labels().Matches(query)
        .SelectMany(labels => LabelName().Matches(labels.Value))
        .Concat(Grouping().Matches(query).SelectMany(grouping => Words().Matches(grouping.Groups["labels"].Value)))
        .Select(label => label.Value);

    [GeneratedRegex(@"label_values\((.*), \w+\)")]
    private static partial Regex LabelValues();

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\bby \((?<labels>[^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\w+(?=\s*(=|!=|=~|!~)"")")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"[a-zA-Z_]\w*")]
    private static partial Regex Words();
}
