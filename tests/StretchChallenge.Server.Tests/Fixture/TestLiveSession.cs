using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>A live break of a challenge, with steps of a second or so: a clock moved by hand plays it.</summary>
public sealed class TestLiveSession
{
    /// <summary>The hosts' routine runs as fast as it can.</summary>
    public static readonly KeyValuePair<string, string> Fast = new("Routines:Pace", "1000");

    /// <summary>The least time between two messages about the same.</summary>
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    private readonly TestServer _server;

    private TestLiveSession(TestServer server, TestChallenge challenge, TestPerson host, string id, string code) =>
        (_server, Challenge, Host, Id, Code) = (server, challenge, host, id, code);

    public TestChallenge Challenge { get; }

    public TestPerson Host { get; }

    public string Id { get; }

    public string Code { get; }

    private FakeTimeProvider Clock => (FakeTimeProvider)_server.Clock;

    /// <summary>A challenge with its organiser as the host of a break.</summary>
    public static async Task<TestLiveSession> OpenAsync(TestServer server, DateTimeOffset? startsAt = null) =>
        await OpenAsync(server, await TestChallenge.CreateAsync(await server.RegisterAsync(), TestDay.Monday), startsAt);

    public static async Task<TestLiveSession> OpenAsync(TestServer server, TestChallenge challenge, DateTimeOffset? startsAt = null)
    {
        using var response = await challenge.Organiser.Browser.PostAsJsonAsync(
            "/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3", startsAt });
        var made = await response.ReadAsync();
        return new TestLiveSession(server, challenge, challenge.Organiser, made.Text("id"), made.Text("code"));
    }

    /// <summary>The same break on a server that was started again.</summary>
    public TestLiveSession On(TestServer server) => new(server, Challenge, Host, Id, Code);

    /// <summary>Somebody new who is in the challenge.</summary>
    public async Task<TestPerson> MemberAsync(string name)
    {
        var member = await _server.RegisterAsync(name);
        await Challenge.JoinAsync(member);
        return member;
    }

    /// <summary>Connects and joins; without a person as a guest.</summary>
    public async Task<(HubClient Client, JsonElement Joined)> JoinAsync(TestPerson? person, string? name = null)
    {
        var client = await _server.ConnectAsync(person);
        return (client, await client.CallAsync("JoinSession", Code, name));
    }

    /// <summary>Lets time pass, and answers the next event of this sort that a client gets.</summary>
    public async Task<JsonElement> NextAsync(HubClient client, string target, TimeSpan? after = null)
    {
        Clock.Advance(after ?? Coalescing);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var reading = client.Events.ReadAsync(timeout.Token).AsTask();
            // A timer that was set after the clock moved is due at once, and fires when the clock is looked at again; one that waits
            // for another message's interval needs the clock to move once more.
            for (var looks = 1; await Task.WhenAny(reading, Task.Delay(5, CancellationToken.None)) != reading; looks++)
            {
                Clock.Advance(looks % 200 == 0 ? Coalescing : TimeSpan.Zero);
            }

            if (await reading is var next && next.Target == target)
            {
                return next.Message;
            }
        }
    }

    /// <summary>Plays the break to its end before a client's eyes.</summary>
    public async Task PlayAsync(HubClient host, JsonElement joined)
    {
        await host.CallAsync("StartSession", Code);
        Assert.Equal("running", (await NextAsync(host, "SessionChanged", TimeSpan.Zero)).Text("phase"));
        var end = await NextAsync(host, "SessionChanged", TotalOf(joined));
        Assert.Equal("finished", end.Text("phase"));
    }

    /// <summary>Waits until a person's day is done: credits are given beside the calls.</summary>
    public async Task<JsonElement> UntilDoneAsync(TestPerson person)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            timeout.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.Zero);
            var today = await person.Browser.ReadAsync("/api/today");
            if (today.GetProperty("done").GetBoolean())
            {
                return today;
            }
        }
    }

    public static TimeSpan TotalOf(JsonElement joined) => TimeSpan.FromMilliseconds(
        joined.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("ms").GetInt64()));
}
