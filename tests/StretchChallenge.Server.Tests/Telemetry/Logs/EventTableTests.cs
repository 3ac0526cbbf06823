using System.Reflection;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Server.Tests.Telemetry.Logs;

/// <summary>Each event that an operator may have to act on stands in the table of events.</summary>
public sealed class EventTableTests
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Those that the runtime in one process tells of, Orleans tells in its own words.
    private const string InProcess = "Orleans.InProcess";

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
        var references = typeof(Program).Assembly.GetReferencedAssemblies().Select(name => name.Name);
        var events = EventsOf("StretchChallenge.Server", "StretchChallenge.Grains", "StretchChallenge.Storage");
        var others = references.Contains(InProcess) ? EventsOf(InProcess) : Rows().Where(row => row.StartsWith("Silo.", StringComparison.Ordinal));

        Assert.Empty(Rows().Except(events.Concat(others)));
    }

    private static IEnumerable<string> EventsOf(params string[] assemblies) =>
        from assembly in assemblies
        from type in Assembly.Load(assembly).GetTypes()
        from method in type.GetMethods(All)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is { Level: >= LogLevel.Warning }
        select $"{type.Name}.{message.EventName ?? method.Name}";

    private static IEnumerable<string> Rows() => File.ReadLines(Path.Combine(DocumentedFigure.Folder, "TELEMETRY.md"))
        .SkipWhile(line => line != "## Log")
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('`')[1]);
}
