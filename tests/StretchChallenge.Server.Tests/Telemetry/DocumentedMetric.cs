using System.Reflection;
using System.Text.RegularExpressions;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>A row of the table of metrics in <c>deploy/TELEMETRY.md</c>.</summary>
/// <param name="Name">The instrument's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
/// <param name="IsSure">Whether it is always there; others appear once there is something to count.</param>
public sealed partial record DocumentedMetric(string Name, OtlpKind Kind, string Unit, bool IsSure)
{
    /// <summary>The folder <c>deploy</c>.</summary>
    public static string Folder { get; } = typeof(DocumentedMetric).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Deploy").Value!;

    /// <summary>All rows.</summary>
    public static IReadOnlyList<DocumentedMetric> All { get; } =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Folder, "TELEMETRY.md"))).Select(row => new DocumentedMetric(
            row.Groups["name"].Value,
            Enum.Parse<OtlpKind>(row.Groups["kind"].Value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true),
            row.Groups["unit"].Value,
            row.Groups["star"].Length == 0)),
    ];

    [GeneratedRegex(@"^\| `(?<name>[\w.-]+)`(?<star>\*?) \| (?<kind>gauge|counter|up-down counter|histogram) \| (`(?<unit>[^`]+)`)? ?\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
