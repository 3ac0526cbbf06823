using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StretchChallenge.Durability;

/// <summary>The server's HTTP API, called for many people: each call brings its own cookie.</summary>
/// <param name="address">Where it is.</param>
/// <param name="handler">How to get there; by default straight.</param>
internal sealed class Api(Uri address, SocketsHttpHandler? handler = null) : IDisposable
{
    // HTTP/2 where it is to be had, as browsers do: its connections end without cutting a request off.
    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = address,
        DefaultRequestVersion = address.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
    };

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; } = address;

    public Task<JsonElement> GetAsync(string path, string cookie) => CallAsync(HttpMethod.Get, path, cookie, null);

    public Task<JsonElement> PostAsync(string path, string cookie, object body) => CallAsync(HttpMethod.Post, path, cookie, body);

    public Task<JsonElement> PutAsync(string path, string cookie, object body) => CallAsync(HttpMethod.Put, path, cookie, body);

    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string cookie, object? body)
    {
        using var response = await SendAsync(method, path, cookie, body);
        return await ReadAsync(response);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? cookie, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Version = _http.DefaultRequestVersion, Content = body is null ? null : JsonContent.Create(body) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>The answer, which is a success.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    public void Dispose() => _http.Dispose();
}
