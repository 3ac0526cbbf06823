using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

public sealed class JsonLinesFormatterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.FromHours(1)));

    [Fact]
    public void Write_Event_IsOneLineOfJson()
    {
        var text = Write(LogLevel.Warning, "Two\nlines, and \"marks\": ü", new InvalidOperationException("lost"));

        Assert.EndsWith(Environment.NewLine, text, StringComparison.Ordinal);
        var line = Assert.Single(text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        var json = JsonElement.Parse(line);
        Assert.Equal("2026-03-11T08:00:00.0000000Z", json.GetProperty("Timestamp").GetString());
        Assert.Equal("Warning", json.GetProperty("Level").GetString());
        Assert.Equal("Stretch.Ledger", json.GetProperty("Category").GetString());
        Assert.Equal("LogFailed", json.GetProperty("Event").GetString());
        Assert.Equal("Two\nlines, and \"marks\": ü", json.GetProperty("Message").GetString());
        Assert.Contains("InvalidOperationException: lost", json.GetProperty("Exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithinASpan_HasItsIds()
    {
        using var span = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var json = JsonElement.Parse(Write(LogLevel.Information, "Done", null));

        Assert.Equal($"{span.TraceId}", json.GetProperty("TraceId").GetString());
        Assert.Equal($"{span.SpanId}", json.GetProperty("SpanId").GetString());
    }

    [Fact]
    public void Write_WithinNothing_HasNoIds()
    {
        var json = JsonElement.Parse(Write(LogLevel.Information, "Done", null));

        Assert.False(json.TryGetProperty("TraceId", out _));
        Assert.False(json.TryGetProperty("Exception", out _));
    }

    [Fact]
    public void Write_AddressOfTheRequestAround_StaysOut()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var request = scopes.Push(new Dictionary<string, object> { ["RequestPath"] = "/calendar/secret.ics" });

        Assert.DoesNotContain("secret", Write(LogLevel.Error, "Failed", null, scopes), StringComparison.Ordinal);
    }

    private string Write(LogLevel level, string message, Exception? exception, IExternalScopeProvider? scopes = null)
    {
        using var writer = new StringWriter();
        var entry = new LogEntry<string>(
            level, "Stretch.Ledger", new EventId(1, "LogFailed"), message, exception, static (state, _) => state);
        new JsonLinesFormatter(_time).Write(in entry, scopes, writer);
        return writer.ToString();
    }
}
