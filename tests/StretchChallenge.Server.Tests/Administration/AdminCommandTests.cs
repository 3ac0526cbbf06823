using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Administration;

/// <summary>The command as a process of its own, beside a running server.</summary>
public sealed class AdminCommandTests : IAsyncDisposable
{
    private readonly TestServer _server = new();

    private string Ledger => Path.Combine(_server.Folder, "ledger.db");

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Promote_DisabledMember_AdministersTheSite()
    {
        var root = await _server.RegisterAsync("Root");
        var ben = await _server.RegisterAsync("Ben");
        using var disabled = await root.Browser.PutAsJsonAsync($"/api/admin/accounts/{ben.Id}", new { disabled = true });

        var command = await ServerCommand.RunAsync("admin", "promote", ben.Email.ToUpperInvariant(), "--ledger", Ledger);

        Assert.Equal((0, ""), (command.ExitCode, command.Errors));
        var again = await ben.SignInAsync(_server);
        var entries = (await again.Browser.ReadAsync("/api/admin/audit")).EnumerateArray().Take(2).ToList();
        Assert.Equal(["accountEnabled", "administratorAppointed"], entries.Select(entry => entry.Text("action")).Order());
        Assert.All(entries, entry => Assert.True(entry.GetProperty("fromConsole").GetBoolean()));
    }

    [Fact]
    public async Task ResetPassword_Member_PrintsAPathThatWorksOnce()
    {
        var root = await _server.RegisterAsync("Root");

        var command = await ServerCommand.RunAsync("admin", "reset-password", root.Email, "--ledger", Ledger);

        Assert.Equal((0, ""), (command.ExitCode, command.Errors));
        var path = command.Output.Split('\n')[0].Trim();
        Assert.StartsWith("/reset/", path, StringComparison.Ordinal);
        using var used = await _server.CreateVisitor().PostAsJsonAsync($"/api/account{path}", new { password = "a quite new one" });
        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
        await (root with { Password = "a quite new one" }).SignInAsync(_server);
    }

    [Fact]
    public async Task Run_ImpossibleWish_IsRefusedInWords()
    {
        await _server.RegisterAsync();

        foreach (var (words, arguments) in new (string, string[])[]
        {
            ("Nobody here has the e-mail nobody@example.com", ["promote", "nobody@example.com", "--ledger", Ledger]),
            ("There is no file /nowhere/ledger.db", ["promote", "a@example.com", "--ledger", "/nowhere/ledger.db"]),
            ("The database does not answer as it should", ["promote", "a@example.com", "--ledger", Path.Combine(_server.Folder, "master.key")]),
            ("Required", ["promote"]),
            ("Required command", []),
        })
        {
            var command = await ServerCommand.RunAsync(["admin", .. arguments]);

            Assert.Equal(1, command.ExitCode);
            Assert.Contains(words, command.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", command.Errors, StringComparison.Ordinal);
        }
    }
}
