using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Administration;

public sealed class ResetLinkTests : IAsyncDisposable
{
    private const string NewPassword = "a quite new one";

    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly LogRecorder _log = new();
    private readonly TestServer _server;

    public ResetLinkTests() => _server = new TestServer
    {
        Clock = _clock,
        Replace = _log.AddTo,
        Settings = { ["Server:PublicUrl"] = "https://stretch.example.com", ["AllowedHosts"] = "localhost" },
    };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Use_Link_SetsThePasswordOnceAndSignsOutEverywhere()
    {
        var (root, ben) = await PeopleAsync();
        await using var screen = await _server.ConnectAsync(ben);
        var token = await LinkAsync(root, ben);

        using var used = await UseAsync(token, NewPassword);
        using var again = await UseAsync(token, "yet another one");

        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-reset-link");
        await screen.Events.Completion.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
        await (ben with { Password = NewPassword }).SignInAsync(_server);
        using var old = await _server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email = ben.Email, password = ben.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [Fact]
    public async Task Use_RefusedPassword_LeavesTheLinkValid()
    {
        var (root, ben) = await PeopleAsync();
        var token = await LinkAsync(root, ben);

        using var weak = await UseAsync(token, "short");
        using var own = await UseAsync(token, ben.Email);
        using var none = await UseAsync(token, null);

        await weak.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
        await own.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
        await none.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
        using var used = await UseAsync(token, NewPassword);
        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
    }

    [Fact]
    public async Task Use_AfterADay_IsRefused()
    {
        var (root, ben) = await PeopleAsync();
        var token = await LinkAsync(root, ben);

        _clock.Advance(TimeSpan.FromHours(24));

        using var late = await UseAsync(token, NewPassword);
        await late.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-reset-link");
        await ben.SignInAsync(_server);
    }

    [Fact]
    public async Task Use_VoidedOrForgedLink_IsRefused()
    {
        var (root, ben) = await PeopleAsync();
        var first = await LinkAsync(root, ben);
        var second = await LinkAsync(root, ben);
        var forged = (second[0] == 'a' ? 'b' : 'a') + second[1..];

        foreach (var token in new[] { first, forged, "x", new string('y', 300), Uri.EscapeDataString("' OR ''='") })
        {
            using var refused = await UseAsync(token, NewPassword);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var used = await UseAsync(second, NewPassword);
        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
    }

    [Fact]
    public async Task Use_PasswordChangedMeanwhile_IsRefused()
    {
        var (root, ben) = await PeopleAsync();
        var token = await LinkAsync(root, ben);
        using var changed = await ben.Browser.PostAsJsonAsync("/api/account/password", new { current = ben.Password, @new = NewPassword });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        using var refused = await UseAsync(token, "yet another one");

        await refused.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-reset-link");
    }

    [Fact]
    public async Task Use_DisabledAccount_StillCannotSignIn()
    {
        var (root, ben) = await PeopleAsync();
        var token = await LinkAsync(root, ben);
        using var disabled = await root.Browser.PutAsJsonAsync($"/api/admin/accounts/{ben.Id}", new { disabled = true });

        using var used = await UseAsync(token, NewPassword);
        using var entry = await _server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email = ben.Email, password = NewPassword });

        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
        await entry.ReadProblemAsync(HttpStatusCode.Forbidden, "account-disabled");
    }

    [Fact]
    public async Task Link_ItsSecret_IsInNoLogAndNoCache()
    {
        var (root, ben) = await PeopleAsync();
        var token = await LinkAsync(root, ben);

        using var page = await _server.CreateVisitor().GetAsync($"/reset/{token}");
        using var used = await UseAsync(token, NewPassword);

        foreach (var answer in new[] { page, used })
        {
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }

        Assert.DoesNotContain(_log.Lines, line => line.Contains(token, StringComparison.Ordinal) && !IsFrameworks(line));
    }

    // Of requests and routes, which the server's settings never log.
    private static bool IsFrameworks(string line) => line.Contains("Request", StringComparison.Ordinal) || line.Contains("Path", StringComparison.Ordinal);

    private async Task<(TestPerson Root, TestPerson Ben)> PeopleAsync() =>
        (await _server.RegisterAsync("Root"), await _server.RegisterAsync("Ben"));

    private static async Task<string> LinkAsync(TestPerson by, TestPerson person)
    {
        using var response = await by.Browser.PostAsync($"/api/admin/accounts/{person.Id}/reset-link", null);
        var url = new Uri((await response.ReadAsync()).Text("url"));
        Assert.StartsWith("https://stretch.example.com/reset/", url.ToString(), StringComparison.Ordinal);
        var token = url.Segments[^1];
        // 128 bits are 22 characters.
        Assert.True(token.Length >= 22);
        return token;
    }

    private Task<HttpResponseMessage> UseAsync(string token, string? password) =>
        _server.CreateVisitor().PostAsJsonAsync($"/api/account/reset/{token}", new { password });
}
