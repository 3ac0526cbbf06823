using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.ClientErrors;

/// <summary>Errors of the web client in the log: enough to find them, and nothing about the person.</summary>
public sealed class ClientErrorTests : IAsyncLifetime
{
    private readonly LogRecorder _log = new();
    private readonly TestServer _server;

    public ClientErrorTests() => _server = new() { Replace = _log.AddTo };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Report_OfAVisitor_IsOneWarning()
    {
        await ReportAsync(new
        {
            message = "Cannot read properties of undefined (reading 'at')",
            stack = new[] { "_app/immutable/nodes/12.D2k_9aZ1.js:1:2345", "_app/immutable/chunks/a.B.js:2:7" },
            route = "/(app)/challenges/[id]",
            browser = "Firefox 140",
        });

        Assert.Contains(
            "The web client failed at /(app)/challenges/[id] in Firefox 140: Cannot read properties of undefined (reading 'at') "
            + "(_app/immutable/nodes/12.D2k_9aZ1.js:1:2345 _app/immutable/chunks/a.B.js:2:7)",
            Logged(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No route to ann@example.com", "ann@example.com")]
    [InlineData("Failed: https://stretch.example.com/wall/3q2-7wAAAAAAAAAAAAAAAA", "wall")]
    [InlineData("Bad token CfDJ8NrAkSxyzAbCdEfGhIjKlMnOp", "CfDJ8")]
    [InlineData("""Unexpected token in "displayName: Ann Example" at 4""", "Ann Example")]
    [InlineData("one\r\nWarning: forged", "\n")]
    [InlineData("right\u202eto left", "\u202e")]
    public async Task Report_WithWhatMayBePrivate_IsLoggedWithoutIt(string message, string hidden)
    {
        await ReportAsync(new { message });

        Assert.DoesNotContain(hidden, Logged(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfOtherShapes_IsLoggedAsUnknown()
    {
        await ReportAsync(new
        {
            message = new string('x', 15) + string.Concat(Enumerable.Repeat(" word", 500)),
            stack = new[] { "https://elsewhere.example.com/a.js:1:2", "ann was here", null },
            route = "/join/K7WQ2MXYABCD?team=Blue",
            browser = "Mozilla/5.0 (Ann's laptop)",
        });

        var line = Logged();
        Assert.Contains("failed at unknown in unknown: ", line, StringComparison.Ordinal);
        Assert.Contains("(unknown)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("K7WQ2M", line, StringComparison.Ordinal);
        Assert.True(line.Length < 1_000);
    }

    [Fact]
    public async Task Report_OfAForeignPage_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/client-errors") { Content = JsonContent.Create(new { message = "x" }) };
        request.Headers.Add("Origin", "https://elsewhere.example.com");

        using var response = await _server.CreateVisitor().SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Report_TooLarge_IsRefused()
    {
        await using var server = new ListeningServer();
        using var visitor = server.Connect();

        using var response = await visitor.PostAsJsonAsync("/api/client-errors", new { message = new string('x', 5_000) });

        var problem = await response.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.DoesNotContain("KB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task ReportAsync(object report)
    {
        using var response = await _server.CreateVisitor().PostAsJsonAsync("/api/client-errors", report);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private string Logged() => Assert.Single(_log.Lines, line => line.StartsWith("The web client failed", StringComparison.Ordinal));
}
