using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>Somebody with an account and a challenge, who opens rooms.</summary>
internal sealed class Host(Uri server) : IDisposable
{
    private readonly HttpApi _api = new(server);
    private string _cookie = "";
    private string _challenge = "";

    /// <summary>Signs up and founds the challenge.</summary>
    public async Task SettleAsync()
    {
        _cookie = await _api.RegisterAsync("Host");
        var challenge = new { name = "Load", startsOn = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null), timeZone = "UTC" };
        _challenge = (await _api.PostAsync("/api/challenges", _cookie, challenge)).GetProperty("id").GetString()!;
    }

    /// <summary>Opens a room and answers its code.</summary>
    public async Task<string> OpenAsync(string routine) =>
        (await _api.PostAsync("/api/sessions", _cookie, new { challengeId = _challenge, routineId = routine })).GetProperty("code").GetString()!;

    /// <summary>Connects to the hub as oneself.</summary>
    public Task<HubClient> ConnectAsync() => HubClient.ConnectAsync(server, _cookie);

    /// <inheritdoc />
    public void Dispose() => _api.Dispose();
}
