using System.Security.Cryptography;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A running server on one store, with a host and a member of one challenge.</summary>
public abstract class BreakWorkplace : IAsyncLifetime
{
    private static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private readonly Dictionary<string, string?> _settings = new()
    {
        // Steps of a second: a break is over in less than half a minute.
        ["Routines:Pace"] = "1000",
        ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    private TestDatabase? _database;
    private ServerProcess? _server;
    private Api? _api;
    private string _challenge = "";
    private int _people;

    /// <summary>The host's sign-in, which outlives the server.</summary>
    internal string Host { get; private set; } = "";

    /// <summary>A member's.</summary>
    internal string Member { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        await StartAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await StopAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Ends the server as <c>kill -9</c> does.</summary>
    internal void Kill() => _server?.Kill();

    /// <summary>Starts the server on what the one before has left.</summary>
    internal async Task StartAsync()
    {
        await StopAsync();
        _server = await ServerProcess.StartAsync(_settings.Concat(_database!.Settings));
        _api = new Api(_server.Address);
    }

    /// <summary>A break of new people, so that their day is not done yet; answers its code.</summary>
    internal async Task<string> OpenBreakAsync()
    {
        Host = await RegisterAsync();
        Member = await RegisterAsync();
        var wish = new { name = "Spring", startsOn = NoonZone.Today, timeZone = NoonZone.Id, workDays = EveryDay };
        var challenge = await _api!.PostAsync("/api/challenges", Host, wish);
        _challenge = challenge.GetProperty("id").GetString()!;
        await _api.PostAsync("/api/challenges/join", Member, new { code = challenge.GetProperty("code").GetString() });
        var session = await _api.PostAsync("/api/sessions", Host, new { challengeId = _challenge, routineId = "desk-break-3" });
        return session.GetProperty("code").GetString()!;
    }

    /// <summary>Connects to the hub.</summary>
    internal Task<HubClient> ConnectAsync(string? cookie) => HubClient.ConnectAsync(_server!.Address, cookie);

    /// <summary>Waits until the person's day is done: credits are given beside the calls.</summary>
    internal async Task AssertDoneAsync(string cookie)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await _api!.GetAsync("/api/today", cookie)).GetProperty("done").GetBoolean())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Where the server listens.</summary>
    protected Uri Address => _server!.Address;

    /// <summary>Adds a setting for servers started from now on.</summary>
    protected void Set(string name, string value) => _settings[name] = value;

    /// <summary>An empty database of the store.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    private async Task<string> RegisterAsync()
    {
        var newcomer = new
        {
            email = $"colleague{_people++}@example.com",
            password = "a long enough one",
            displayName = "Colleague",
            timeZone = NoonZone.Id,
        };
        using var response = await _api!.SendAsync(HttpMethod.Post, "/api/account/register", null, newcomer);
        await Api.ReadAsync(response);
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task StopAsync()
    {
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
