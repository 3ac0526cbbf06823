using System.Net.Http.Json;
using System.Text.Json;

namespace StretchChallenge.LoadGenerator;

/// <summary>A server's HTTP API, called for many people: each call brings its own cookie.</summary>
internal sealed class HttpApi(Uri server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server };

    /// <summary>Where it is.</summary>
    public Uri Server { get; } = server;

    /// <summary>Signs somebody up, and answers their cookie.</summary>
    public async Task<string> RegisterAsync(string name)
    {
        var account = new { email = $"{name.Replace(' ', '.')}@example.com", password = "a long enough one", displayName = name, timeZone = "UTC" };
        using var registered = await _http.PostAsJsonAsync("/api/account/register", account);
        await ReadAsync(registered);
        return registered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Reads.</summary>
    public Task<JsonElement> GetAsync(string path, string cookie) => CallAsync(HttpMethod.Get, path, cookie, null);

    /// <summary>Commands.</summary>
    public Task<JsonElement> PostAsync(string path, string cookie, object body) => CallAsync(HttpMethod.Post, path, cookie, body);

    /// <summary>Takes back.</summary>
    public Task<JsonElement> DeleteAsync(string path, string cookie) => CallAsync(HttpMethod.Delete, path, cookie, null);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, string cookie, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Cookie", cookie);
        using var response = await _http.SendAsync(request);
        return await ReadAsync(response);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} {text}");
        }

        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
