using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;
using Xunit.Abstractions;

namespace StretchChallenge.Server.Tests.Fuzz;

/// <summary>
/// Random requests and live calls, of everybody: whatever is sent, the server refuses it without an error, without logging it
/// and without keeping it. <c>STRETCH_FUZZ=requests:messages[:seed]</c> sets how many, and repeats a run.
/// </summary>
[Trait("Category", "Faults")]
[Collection(SolitaryTests.Name)]
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int MostLog = 1_000_000;
    private const long MostGrowth = 64 * 1024 * 1024;
    private const int AtOnce = 8;
    private const int MessagesOfOneConnection = 200;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly ListeningServer _server = new() { Clock = new FakeTimeProvider(TestDay.WednesdayMorning) };
    private readonly List<string?> _cookies = [null];
    private readonly List<string> _known = [];
    private readonly (int Requests, int Messages, int Seed) _plan = Plan();

    public async Task InitializeAsync()
    {
        _server.Settings["Demo:Enabled"] = "true";
        _server.Settings["RateLimits:HubRefusals:Burst"] = "100000000";
        var people = new List<TestPerson>();
        foreach (var name in new[] { "Root", "Olga", "Cleo", "Paul", "Eve" })
        {
            people.Add(await _server.RegisterHereAsync(name));
        }

        var challenge = await TestChallenge.CreateAsync(people[1], TestDay.Monday);
        await challenge.JoinAsync(people[2]);
        await challenge.JoinAsync(people[3]);
        using var captain = await people[1].Browser.PutAsJsonAsync($"{challenge.Path}/members/{people[2].Id}", new { role = "captain" });
        using var session = await people[1].Browser.PostAsJsonAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });
        using var guest = await _server.Connect().PostAsync("/api/demo/enter", null);
        var made = await session.ReadAsync();
        _known.AddRange([challenge.Id, challenge.Code, await challenge.AddTeamAsync("Blue"), made.Text("id"), made.Text("code")]);
        _known.AddRange(people.Select(person => person.Id));
        _cookies.AddRange(people.Select(person => person.Cookies.Header));
        _cookies.Add(guest.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Server_AnythingIsSent_RefusesItQuietlyAndForgetsIt()
    {
        await SendRequestsAsync(500, new Random(_plan.Seed - 1));
        await SendMessagesAsync(200, new Random(_plan.Seed - 1));
        var (memory, log) = (GC.GetTotalMemory(forceFullCollection: true), _server.Log.Bytes);

        var statuses = await SendRequestsAsync(_plan.Requests, new Random(_plan.Seed));
        var connections = await SendMessagesAsync(_plan.Messages, new Random(_plan.Seed));

        var (growth, logged) = (GC.GetTotalMemory(forceFullCollection: true) - memory, _server.Log.Bytes - log);
        var errors = _server.Log.Errors;
        output.WriteLine(
            $"seed {_plan.Seed}: {_plan.Requests} requests ({string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}"))}), "
            + $"{_plan.Messages} messages over {connections} connections, {errors.Count} errors, log {logged} bytes, memory {growth:+#;-#;0} bytes");
        Assert.True(errors.Count == 0, $"seed {_plan.Seed}: {string.Join('\n', errors.Take(3))}");
        Assert.DoesNotContain(statuses.Keys, status => status >= 500);
        Assert.InRange(logged, 0, MostLog);
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    private static (int Requests, int Messages, int Seed) Plan()
    {
        var given = Environment.GetEnvironmentVariable("STRETCH_FUZZ")?.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (given is [var requests, ..] ? requests : 3_000, given is [_, var messages, ..] ? messages : 2_000, given is [_, _, var seed] ? seed : Random.Shared.Next(1, 1_000_000));
    }

    private async Task<SortedDictionary<int, int>> SendRequestsAsync(int count, Random random)
    {
        using var client = _server.Connect();
        var odd = new OddValues(random, _known);
        var requests = new RequestGenerator(_server.Address, await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json"), odd);
        var statuses = new SortedDictionary<int, int>();
        foreach (var volley in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            var sent = volley.Select(_ => requests.Next(odd.One(_cookies))).ToList();
            foreach (var status in await Task.WhenAll(sent.Select(request => SendAsync(client, request))))
            {
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
        }

        return statuses;
    }

    // 0 where the client itself could not send it, or Kestrel cut the connection.
    private async Task<int> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            try
            {
                using var response = await client.SendAsync(request);
                if ((int)response.StatusCode >= 500)
                {
                    output.WriteLine($"seed {_plan.Seed}: {(int)response.StatusCode} for {request.Method} {request.RequestUri!.PathAndQuery} {request.Content?.Headers.ContentType}");
                }

                return (int)response.StatusCode;
            }
            catch (Exception exception) when (exception is HttpRequestException or FormatException or InvalidOperationException)
            {
                return 0;
            }
        }
    }

    private async Task<int> SendMessagesAsync(int count, Random random)
    {
        var odd = new OddValues(random, _known);
        var messages = new HubMessageGenerator(odd);
        var connections = 0;
        for (var sent = 0; sent < count;)
        {
            connections++;
            using var socket = new ClientWebSocket();
            if (odd.One(_cookies) is { } cookie)
            {
                socket.Options.SetRequestHeader("Cookie", cookie);
            }

            await socket.ConnectAsync(new UriBuilder(_server.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
            var draining = DrainAsync(socket);
            await SendTextAsync(socket, $$"""{"protocol":"json","version":1}{{HubMessageGenerator.End}}""");
            for (var own = 0; own < MessagesOfOneConnection && sent < count && socket.State == WebSocketState.Open && !draining.IsCompleted; own++)
            {
                await SendTextAsync(socket, messages.Next());
                sent++;
            }

            // Answered after everything else: the connection's calls are served in order.
            await SendTextAsync(socket, $$"""{"type":1,"invocationId":"last","target":"Sync","arguments":[1]}{{HubMessageGenerator.End}}""");
            await draining.WaitAsync(LongestAnswer);
        }

        return connections;
    }

    private static async Task SendTextAsync(ClientWebSocket socket, string text)
    {
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or InvalidOperationException or IOException)
        {
            // The server has closed the connection.
        }
    }

    // Reads until the answer to the last call, or until the server closes the connection.
    private static async Task DrainAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var tail = "";
        try
        {
            while (!tail.Contains("\"last\"", StringComparison.Ordinal))
            {
                var read = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                tail = tail[^Math.Min(tail.Length, 16)..] + Encoding.UTF8.GetString(buffer, 0, read.Count);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or InvalidOperationException or IOException)
        {
            // The server has cut the connection.
        }
    }
}

/// <summary>Runs alone: the memory that it measures is that of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SolitaryTests
{
    public const string Name = "Fuzz";
}
