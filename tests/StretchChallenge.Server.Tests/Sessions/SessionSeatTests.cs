using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Sessions;

/// <summary>Seats of guests, the clock of a room's screens, and the room by plain requests.</summary>
[Trait("Category", "Faults")]
public sealed class SessionSeatTests(SessionTests.Server server) : IClassFixture<SessionTests.Server>
{
    private readonly SessionTests.Server _server = server;

    [Fact]
    public async Task Join_ManyGuestsFromOneAddress_EndsSoon_ButNotForMembers()
    {
        using var limited = new WednesdayServer
        {
            Settings = { ["RateLimits:GuestSeats:Burst"] = "3", ["RateLimits:GuestSeats:PerMinute"] = "1" },
        };
        var session = await TestLiveSession.OpenAsync(limited);
        for (var number = 0; number < 3; number++)
        {
            var (guest, _) = await session.JoinAsync(null, $"Gus {number}");
            await guest.DisposeAsync();
        }

        await using var one = await limited.ConnectAsync();
        var refusal = await Assert.ThrowsAsync<HubException>(() => one.CallAsync("JoinSession", session.Code, "Gus"));

        Assert.Equal("too-many-guests", refusal.ReadRefusal().Text("type"));
        var (member, _) = await session.JoinAsync(session.Host);
        await member.DisposeAsync();
    }

    [Fact]
    public async Task Guest_WhoSignsIn_TakesTheirSeatWithThem()
    {
        var session = await TestLiveSession.OpenAsync(_server);
        var ben = await session.MemberAsync("Ben");
        var (guest, joined) = await session.JoinAsync(null, "Benny");
        await guest.DisposeAsync();

        await using var member = await _server.ConnectAsync(ben);
        var back = await member.CallAsync("RejoinSession", session.Code, joined.Text("seat"));

        Assert.Equal((joined.Text("participantId"), "participant", ben.Id), (back.Text("participantId"), back.Text("role"), back.Text("seat")));
        Assert.Equal("Ben", Assert.Single(back.GetProperty("participants").EnumerateArray()).Text("name"));
    }

    [Fact]
    public async Task SkipTo_OfTwoHostsAtOnce_SkipsOneStep()
    {
        var session = await TestLiveSession.OpenAsync(_server);
        var (client, _) = await session.JoinAsync(session.Host);
        await using var host = client;
        await host.CallAsync("StartSession", session.Code);

        await host.CallAsync("SkipTo", session.Code, 1);
        await host.CallAsync("SkipTo", session.Code, 1);
        var refusal = await Assert.ThrowsAsync<HubException>(() => host.CallAsync("SkipTo", session.Code, 3));

        Assert.Equal("not-next", refusal.ReadRefusal().Text("type"));
        var now = await host.CallAsync("RejoinSession", session.Code, null);
        Assert.Equal((2, 1), (now.GetProperty("seq").GetInt32(), now.GetProperty("step").GetInt32()));
    }

    [Fact]
    public async Task Join_NodeWhoseClockIsThreeSecondsAhead_IsInStepWithItsOwnClock()
    {
        var ahead = new FakeTimeProvider(TestDay.WednesdayMorning.AddSeconds(3));
        using var node = new SessionTests.Server { Replace = services => services.AddSingleton(new SteadyClock(ahead)) };
        var session = await TestLiveSession.OpenAsync(node);
        var (client, joined) = await session.JoinAsync(session.Host);
        await using var host = client;

        var clock = await host.CallAsync("Sync", 0);
        await host.CallAsync("StartSession", session.Code);
        var started = await session.NextAsync(host, "SessionChanged", TimeSpan.Zero);

        var now = clock.GetProperty("serverMs").GetDouble();
        Assert.Equal(ahead.GetUtcNow().ToUnixTimeMilliseconds(), now);
        Assert.Equal(now, joined.GetProperty("serverMs").GetDouble());
        Assert.Equal(now, started.GetProperty("serverMs").GetDouble());
    }

    [Fact]
    public async Task Sync_ClockIsCorrectedDuringABreak_StaysInStepWithTheRoom()
    {
        using var own = new SessionTests.Server();
        var session = await TestLiveSession.OpenAsync(own);
        var (client, _) = await session.JoinAsync(session.Host);
        await using var host = client;
        await host.CallAsync("StartSession", session.Code);
        var before = await host.CallAsync("Sync", 0);

        own.Time.Correct(TimeSpan.FromHours(1));

        var after = await host.CallAsync("Sync", 0);
        var room = await host.CallAsync("RejoinSession", session.Code, null);
        Assert.Equal(before.GetProperty("serverMs").GetDouble(), after.GetProperty("serverMs").GetDouble());
        Assert.Equal(after.GetProperty("serverMs").GetDouble(), room.GetProperty("serverMs").GetDouble());
        Assert.Equal("running", room.Text("phase"));
    }

    [Fact]
    public async Task Snapshot_IsForWhoIsInTheRoomAndForMembers()
    {
        var session = await TestLiveSession.OpenAsync(_server);
        var (client, joined) = await session.JoinAsync(null, "Gus");
        await using var guest = client;
        using var visitor = _server.CreateVisitor();

        var own = await SnapshotAsync(visitor, joined.Text("seat"));
        var member = await SnapshotAsync(session.Host.Browser, null);
        using var other = await GetAsync(visitor, "made up");

        Assert.Equal((joined.Text("participantId"), "lobby", 1), (own.Text("participantId"), own.Text("phase"), own.GetProperty("count").GetInt32()));
        Assert.Equal(joined.EnumerateObject().Select(field => field.Name), own.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("", "organiser"), (member.Text("participantId"), member.Text("challengeRole")));
        await other.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-seat");

        async Task<JsonElement> SnapshotAsync(HttpClient browser, string? seat)
        {
            using var response = await GetAsync(browser, seat);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            return await response.ReadAsync();
        }

        Task<HttpResponseMessage> GetAsync(HttpClient browser, string? seat)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/sessions/{session.Code}/snapshot");
            if (seat is not null)
            {
                request.Headers.Add("X-Seat", seat);
            }

            return browser.SendAsync(request);
        }
    }
}
