using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>Somebody with an account and a challenge, who opens rooms.</summary>
internal sealed class Host(Uri server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server };
    private string _cookie = "";
    private string _challenge = "";

    /// <summary>Signs up and founds the challenge.</summary>
    public async Task SettleAsync()
    {
        var account = new { email = "host@example.com", password = "a long enough one", displayName = "Host", timeZone = "UTC" };
        using var registered = await _http.PostAsJsonAsync("/api/account/register", account);
        registered.EnsureSuccessStatusCode();
        _cookie = registered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var challenge = new { name = "Load", startsOn = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null), timeZone = "UTC" };
        _challenge = (await PostAsync("/api/challenges", challenge)).GetProperty("id").GetString()!;
    }

    /// <summary>Opens a room and answers its code.</summary>
    public async Task<string> OpenAsync(string routine) =>
        (await PostAsync("/api/sessions", new { challengeId = _challenge, routineId = routine })).GetProperty("code").GetString()!;

    /// <summary>Connects to the hub as oneself.</summary>
    public Task<HubClient> ConnectAsync() => HubClient.ConnectAsync(server, _cookie);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Cookie", _cookie);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
    }
}
