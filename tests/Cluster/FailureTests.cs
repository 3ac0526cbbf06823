using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Durability;
using StretchChallenge.Testing.Live;
using Xunit.Abstractions;

namespace StretchChallenge.Cluster;

/// <summary>What may happen to a cluster while people check in, and costs none of them a day.</summary>
[Collection(ClusterTests.Name)]
public sealed class FailureTests(ClusterWorkplace cluster, ITestOutputHelper output) : ClusterTests(cluster)
{
    private const int Early = 10;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task CheckIns_NodeKilledAmongThem_NoneIsLostOrDoubledAndAllAreBackInStep(int killed)
    {
        var volley = await Cluster.NextVolleyAsync();
        var host = Cluster.Crowd.Colleagues[killed];
        var code = await OpenBreakAsync(host);
        var seats = await TakeSeatsAsync(code, host);
        await using var watchers = new BoardWatchers(Cluster);

        var refused = await Load.FireAsync(volley, Cluster.Crowd, Cluster.Api, Early, () =>
        {
            Cluster.Nodes[killed].Kill();
            return Task.CompletedTask;
        });

        output.WriteLine($"{refused} answers were no acknowledgement; those check-ins were sent again.");
        await AssertAllThereAsync(volley, watchers);
        await AssertBackInStepAsync(code, host, seats);
    }

    [Fact]
    public async Task CheckIns_DatabaseRestartedAmongThem_NoneIsLostOrDoubled()
    {
        var volley = await Cluster.NextVolleyAsync();
        await using var watchers = new BoardWatchers(Cluster);

        var refused = await Load.FireAsync(volley, Cluster.Crowd, Cluster.Api, Early, Cluster.PostgreSql.RestartAsync);

        output.WriteLine($"{refused} answers were no acknowledgement; those check-ins were sent again.");
        await AssertAllThereAsync(volley, watchers);
        Assert.All(Cluster.Nodes, node => Assert.True(node.IsRunning));
    }

    [Fact]
    public async Task RollingRestart_ClientsSeeNoError()
    {
        var volley = await Cluster.NextVolleyAsync();
        await using var watchers = new BoardWatchers(Cluster);
        using var done = new CancellationTokenSource();
        var reading = Task.WhenAll(Cluster.Crowd.Colleagues.TakeLast(6).Select(colleague => ReadOnAsync(colleague, done.Token)));

        var checkIns = Cluster.Crowd.Colleagues.Chunk(Cluster.Crowd.Colleagues.Length / Cluster.Nodes.Length).ToArray();
        for (var i = 0; i < Cluster.Nodes.Length; i++)
        {
            var checking = Task.WhenAll(checkIns[i].Select(colleague =>
                Cluster.Api.PostAsync("/api/check-ins", colleague.Cookie, volley.CheckInOf(colleague))));
            await Cluster.Proxy.LeaveOutAsync(Cluster.Nodes[i].Address);
            await Cluster.Nodes[i].StopAsync();
            await Cluster.Nodes[i].StartAsync();
            await Cluster.Proxy.LeaveOutAsync(null);
            await checking;
        }

        await done.CancelAsync();
        output.WriteLine($"{(await reading).Sum()} reads beside it, each answered.");
        await AssertAllThereAsync(volley, watchers);
    }

    private async Task<int> ReadOnAsync(Colleague colleague, CancellationToken done)
    {
        var reads = 0;
        for (; !done.IsCancellationRequested; reads++)
        {
            await Cluster.Api.GetAsync("/api/today", colleague.Cookie);
        }

        return reads;
    }

    private async Task AssertAllThereAsync(CheckInBatch volley, BoardWatchers watchers)
    {
        var ledger = await Cluster.ReadLedgerAsync(volley.Command);
        Assert.All(Cluster.Crowd.Colleagues, colleague => Assert.Equal(1, ledger[colleague.Id].OfVolley));
        Cluster.Crowd.AssertWhole(ledger);
        await Cluster.Crowd.AssertBoardsAgreeAsync(Cluster.Api, ledger);
        await watchers.UntilAllShowAsync(Cluster.Crowd.Colleagues.Select(colleague => colleague.Id));
    }

    private async Task<string> OpenBreakAsync(Colleague host)
    {
        var session = await Cluster.Api.PostAsync("/api/sessions", host.Cookie, new { challengeId = Cluster.Crowd.Challenge, routineId = "desk-break-3" });
        return session.GetProperty("code").GetString()!;
    }

    // A guest through each node; the host starts and pauses, so that the clock stands still.
    private async Task<ImmutableArray<JsonElement>> TakeSeatsAsync(string code, Colleague host)
    {
        var seats = ImmutableArray.CreateBuilder<JsonElement>();
        foreach (var node in Cluster.Nodes)
        {
            await using var guest = await Cluster.ConnectAsync(null, node);
            seats.Add(await guest.CallAsync("JoinSession", code, $"Guest {seats.Count}"));
        }

        await using var hub = await Cluster.ConnectAsync(host.Cookie);
        await hub.CallAsync("JoinSession", code, null);
        await hub.CallAsync("StartSession", code);
        await hub.CallAsync("PauseSession", code);
        return seats.ToImmutable();
    }

    // Everybody has their seat, and hears the same of the host's next command.
    private async Task AssertBackInStepAsync(string code, Colleague host, ImmutableArray<JsonElement> seats)
    {
        var alive = Cluster.Nodes.Where(node => node.IsRunning).ToArray();
        await using var hostHub = await Cluster.ConnectAsync(host.Cookie);
        Assert.Equal("paused", (await hostHub.CallAsync("RejoinSession", code, null)).GetProperty("phase").GetString());
        var guests = new List<HubClient>();
        for (var i = 0; i < seats.Length; i++)
        {
            var guest = await Cluster.ConnectAsync(null, alive[i % alive.Length]);
            guests.Add(guest);
            var back = await guest.CallAsync("RejoinSession", code, seats[i].GetProperty("seat").GetString());
            Assert.Equal(seats[i].GetProperty("participantId").GetString(), back.GetProperty("participantId").GetString());
        }

        await hostHub.CallAsync("EndSession", code);

        var heard = await Task.WhenAll(guests.Select(guest => HubEvents.NextAsync(guest, "SessionChanged")));
        Assert.All(heard, moment => Assert.Equal(heard[0].GetRawText(), moment.GetRawText()));
        foreach (var guest in guests)
        {
            await guest.DisposeAsync();
        }
    }
}
