using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StretchChallenge.Testing.Servers;

/// <summary>The server's HTTP API, called for many people: each call brings its own cookie.</summary>
/// <param name="address">Where the server listens.</param>
/// <param name="handler">How to get there, such as one that trusts a test's certificate.</param>
public sealed class Api(Uri address, SocketsHttpHandler? handler = null) : IDisposable
{
    private static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    // HTTP/2 over TLS, as browsers use it: its connections end without cutting a request off.
    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = address,
        DefaultRequestVersion = address.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
    };

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; } = address;

    /// <summary>The server's setup code, which its first account needs; null where there are accounts.</summary>
    public string? SetupCode { get; init; }

    public Task<JsonElement> GetAsync(string path, string cookie) => CallAsync(HttpMethod.Get, path, cookie, null);

    public Task<JsonElement> PostAsync(string path, string cookie, object body) => CallAsync(HttpMethod.Post, path, cookie, body);

    public Task<JsonElement> PutAsync(string path, string cookie, object body) => CallAsync(HttpMethod.Put, path, cookie, body);

    public Task<JsonElement> DeleteAsync(string path, string cookie) => CallAsync(HttpMethod.Delete, path, cookie, null);

    /// <summary>Registers an account whose e-mail address, at example.com, is made of its name; returns its id and sign-in cookie.</summary>
    public async Task<(string Id, string Cookie)> RegisterAsync(string name)
    {
        var account = new
        {
            email = $"{name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}@example.com",
            password = "a long enough one",
            displayName = name,
            timeZone = NoonZone.Id,
            setupCode = SetupCode,
        };
        using var response = await SendAsync(HttpMethod.Post, "/api/account/register", null, account);
        var registered = await ReadAsync(response);
        return (registered.GetProperty("id").GetString()!, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    /// <summary>Creates a challenge in which every day is a work day.</summary>
    /// <param name="cookie">The organiser's sign-in.</param>
    /// <param name="startsOn">Its first day; today by default.</param>
    public async Task<(string Id, string Code)> CreateChallengeAsync(string cookie, DateOnly? startsOn = null)
    {
        var request = new { name = "Spring", startsOn = startsOn ?? NoonZone.Today, timeZone = NoonZone.Id, workDays = EveryDay };
        var challenge = await PostAsync("/api/challenges", cookie, request);
        return (challenge.GetProperty("id").GetString()!, challenge.GetProperty("code").GetString()!);
    }

    /// <summary>Starts the gentle routine; returns the run, and the moment from which on it can be checked in.</summary>
    public async Task<(string Run, DateTimeOffset Ready)> StartRunAsync(string cookie)
    {
        var run = await PostAsync("/api/runs", cookie, new { routineId = "gentle" });
        return (run.GetProperty("run").GetString()!, run.GetProperty("earliestCompletion").GetDateTimeOffset());
    }

    /// <summary>Sends a request and leaves its response, whatever its status, to the caller.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? cookie, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Version = _http.DefaultRequestVersion, Content = body is null ? null : JsonContent.Create(body) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Reads the body of a response; undefined where it is empty.</summary>
    /// <exception cref="InvalidOperationException">The status is not a success.</exception>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} {text}");
        }

        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, string cookie, object? body)
    {
        using var response = await SendAsync(method, path, cookie, body);
        return await ReadAsync(response);
    }
}
