using System.Text.RegularExpressions;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>How metrics are called once they have gone from OTLP to Prometheus, with the suffixes of units and kinds.</summary>
internal static partial class PrometheusName
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["By"] = "bytes",
    };

    /// <summary>The names of all series of a metric.</summary>
    public static IEnumerable<string> Of(string instrument, OtlpKind kind, string unit)
    {
        var name = Label(instrument);
        if (Units.TryGetValue(unit, out var suffix) && !name.EndsWith($"_{suffix}", StringComparison.Ordinal))
        {
            name = $"{name}_{suffix}";
        }

        return kind switch
        {
            OtlpKind.Histogram => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            OtlpKind.Counter => [name.EndsWith("_total", StringComparison.Ordinal) ? name : $"{name}_total"],
            _ => [name],
        };
    }

    /// <summary>What a tag is called as a label.</summary>
    public static string Label(string tag) => Others().Replace(tag, "_");

    [GeneratedRegex("[^a-zA-Z0-9]+")]
    private static partial Regex Others();
}
