using System.Reflection;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>Each log event that an operator may have to act on is in the table of events.</summary>
public sealed class EventTableTests
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Table_HasEveryWarningAndError()
    {
        var events = EventsOf("StretchChallenge.Server", "StretchChallenge.Grains", "StretchChallenge.Storage").ToList();

        Assert.True(events.Count > 15);
        Assert.Empty(events.Except(Rows()));
    }

    [Fact]
    public void Table_HasNothingElse()
    {
        var events = EventsOf("StretchChallenge.Server", "StretchChallenge.Grains", "StretchChallenge.Storage");

        Assert.Empty(Rows().Except(events));
    }

    private static IEnumerable<string> EventsOf(params string[] assemblies) =>
        from assembly in assemblies
        from type in Assembly.Load(assembly).GetTypes()
        from method in type.GetMethods(All)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is { Level: >= LogLevel.Warning }
        select $"{type.Name}.{message.EventName ?? method.Name}";

    private static IEnumerable<string> Rows() => File.ReadLines(Path.Combine(DocumentedMetric.Folder, "TELEMETRY.md"))
        .SkipWhile(line => line != "## Log")
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('`')[1]);
}
