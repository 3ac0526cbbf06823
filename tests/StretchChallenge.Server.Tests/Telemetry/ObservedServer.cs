using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Servers;
using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>
/// The server as a process of its own that sends to a collector, after a day at work: somebody checked in and took it
/// back, somebody watches a board, and two were in a live break.
/// </summary>
public class ObservedServer : IAsyncLifetime
{
    private readonly List<HttpClient> _browsers = [];
    private readonly List<HubClient> _clients = [];
    private OtlpReceiver? _receiver;
    private TestDatabase? _database;
    private ServerProcess? _server;

    /// <summary>The collector.</summary>
    public OtlpReceiver Receiver => _receiver ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Everything that tells one person, team, challenge or break from another.</summary>
    public List<string> Secrets { get; } = [];

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _receiver = await OtlpReceiver.StartAsync();
        _database = await CreateDatabaseAsync();
        _server = await ServerProcess.StartAsync(_database.Settings.Concat(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "250",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test",
            ["Demo:Enabled"] = "false",
            ["Routines:Pace"] = "1000",
            ["Secrets:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        }));
        await WorkAsync();
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _browsers.ForEach(browser => browser.Dispose());
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_receiver?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>An empty database.</summary>
    protected virtual Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(null);

    private async Task WorkAsync()
    {
        var (host, hostCookie) = await RegisterAsync("Wilhelmina");
        var (member, memberCookie) = await RegisterAsync("Bartholomew");
        var challenge = await TestChallenge.CreateAsync(host, $"{NoonZone.Today:O}");
        Secrets.AddRange([challenge.Id, challenge.Code, await challenge.AddTeamAsync("Featherweights")]);
        await challenge.JoinAsync(member);

        var watcher = await ConnectAsync(memberCookie);
        await watcher.CallAsync("WatchStandings", challenge.Id, "personStreak");
        await CheckInAsync(host);
        using (var undone = await host.Browser.DeleteAsync($"/api/check-ins/{NoonZone.Today:O}"))
        {
            Assert.True(undone.IsSuccessStatusCode);
        }

        using var made = await host.Browser.PostAsJsonAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });
        var session = await made.ReadAsync();
        Secrets.AddRange([session.Text("id"), session.Text("code")]);
        await PlayAsync(session.Text("code"), await ConnectAsync(hostCookie), await ConnectAsync(memberCookie));
    }

    // Until it is over before its time; both stay in the room.
    private static async Task PlayAsync(string code, HubClient host, HubClient member)
    {
        await host.CallAsync("JoinSession", code, null);
        await member.CallAsync("JoinSession", code, null);
        await host.CallAsync("StartSession", code);
        await member.CallAsync("React", code, "clap");
        await host.CallAsync("EndSession", code);
    }

    private async Task<HubClient> ConnectAsync(string cookie)
    {
        var client = await HubClient.ConnectAsync(_server!.Address, cookie);
        _clients.Add(client);
        return client;
    }

    private async Task<(TestPerson Person, string Cookie)> RegisterAsync(string name)
    {
        var cookies = new CookieContainer();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = _server!.Address };
        _browsers.Add(browser);
        var person = await TestPerson.RegisterAsync(browser, name, NoonZone.Id, _server.SetupCode);
        Secrets.AddRange([person.Id, person.Email, name]);
        return (person, cookies.GetCookieHeader(_server.Address));
    }

    // The server goes by the real clock: until the run may be completed, it refuses.
    private static async Task CheckInAsync(TestPerson person)
    {
        var run = await person.StartRunAsync();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var response = await person.CheckInAsync(run.Text("run"), Guid.NewGuid().ToString());
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(100, timeout.Token);
        }
    }
}

/// <summary>The same server on PostgreSQL.</summary>
public sealed class ObservedPostgreSqlServer : ObservedServer
{
    private PostgreSqlServer? _postgreSql;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_postgreSql?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <inheritdoc />
    protected override Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(_postgreSql);
}
