using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Somebody with an account, and the browser in which they are signed in.</summary>
public sealed record TestPerson(HttpClient Browser, string Id, string Email, string Password)
{
    private static int _people;

    /// <summary>The browser's cookies.</summary>
    public CookieJar Cookies { get; init; } = new();

    /// <summary>An e-mail that nobody has.</summary>
    public static string NewEmail() => $"person{Interlocked.Increment(ref _people)}@example.com";

    /// <summary>What a person sends to register.</summary>
    public static Dictionary<string, object?> Registration(string? email = null, string? setupCode = null) => new()
    {
        ["email"] = email ?? NewEmail(),
        ["password"] = "a long enough one",
        ["displayName"] = "Ann",
        ["timeZone"] = "Europe/Berlin",
        ["setupCode"] = setupCode,
    };

    /// <summary>Registers somebody new in this browser.</summary>
    public static async Task<TestPerson> RegisterAsync(
        HttpClient browser, string name = "Ann", string timeZone = "Europe/Berlin", string? setupCode = null)
    {
        var registration = Registration(setupCode: setupCode);
        registration["displayName"] = name;
        registration["timeZone"] = timeZone;
        using var response = await browser.PostAsJsonAsync("/api/account/register", registration);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var account = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new TestPerson(browser, account.GetProperty("id").GetString()!, (string)registration["email"]!, (string)registration["password"]!);
    }

    /// <summary>Signs the same person in on another server over the same database, such as one started again.</summary>
    public async Task<TestPerson> SignInAsync(TestServer server)
    {
        var cookies = new CookieJar();
        var browser = server.CreateVisitor(cookies);
        using var response = await browser.PostAsJsonAsync("/api/account/login", new { email = Email, password = Password });
        await response.ReadAsync();
        return this with { Browser = browser, Cookies = cookies };
    }
}

/// <summary>Keeps a browser's cookies for as long as the server's clock does: the client's own jar goes by the real time.</summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> _cookies = [];

    /// <summary>The cookies as a browser would send them.</summary>
    public string Header => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_cookies.IsEmpty && !request.Headers.Contains("Cookie"))
        {
            request.Headers.Add("Cookie", Header);
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            Keep(cookie.Split(';')[0].Split('=', 2));
        }

        return response;
    }

    private void Keep(string[] cookie)
    {
        if (cookie[1].Length == 0)
        {
            _cookies.TryRemove(cookie[0], out _);
        }
        else
        {
            _cookies[cookie[0]] = cookie[1];
        }
    }
}
