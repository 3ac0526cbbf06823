using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Ids;

[Trait("Category", "Faults")]
public sealed class IdTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    public static TheoryData<string> Impossible { get; } =
        [" ", "\t", "a b", "a\u0001b", "ü", "../x", "\u200b", new('x', IdShape.Longest + 1), new('x', 8192)];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Matches_Impossible_IsFalse(string id) => Assert.False(IdShape.Matches(id));

    [Theory]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("desk-break-3")]
    [InlineData("a_b")]
    public void Matches_AnIdOfOurs_IsTrue(string id) => Assert.True(IdShape.Matches(id));

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Path_ImpossibleId_Is404(string id)
    {
        var ann = await server.RegisterAsync();
        var escaped = Uri.EscapeDataString(id);

        foreach (var path in new[]
        {
            $"/api/challenges/{escaped}", $"/api/challenges/{escaped}/standings/teamStreak", $"/api/teams/{escaped}",
            $"/api/progress?challenge={escaped}", $"/api/self-tests?challenge={escaped}", $"/api/exercises/{escaped}",
        })
        {
            using var response = await ann.Browser.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
        }
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Hub_ImpossibleId_IsRefused(string id)
    {
        await using var ann = await server.ConnectAsync(await server.RegisterAsync());

        await Assert.ThrowsAsync<HubException>(() => ann.CallAsync("WatchStandings", id, "teamStreak"));
        await Assert.ThrowsAsync<HubException>(() => ann.CallAsync("RemoveParticipant", "ABCDEF", id));
        await ann.CallAsync("Sync", 1);
    }

    [Fact]
    public async Task Request_IdOfNothing_ActivatesNoGrain()
    {
        var ann = await server.RegisterAsync();
        await using var screen = await server.ConnectAsync(ann);
        var before = await ActivationsAsync();

        for (var number = 0; number < 20; number++)
        {
            var id = Guid.NewGuid().ToString("N");
            foreach (var path in new[]
            {
                $"/api/challenges/{id}", $"/api/challenges/{id}/standings/teamStreak", $"/api/teams/{id}",
                $"/api/progress?challenge={id}", $"/api/self-tests?challenge={id}",
            })
            {
                using var answer = await ann.Browser.GetAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            using var walls = await ann.Browser.PostAsync($"/api/challenges/{id}/walls", null);
            using var session = await ann.Browser.PostAsJsonAsync("/api/sessions", new { challengeId = id, routineId = "gentle" });
            using var catchUp = await ann.Browser.PostAsJsonAsync("/api/runs", new { catchUp = id });
            Assert.Equal(
                (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (walls.StatusCode, session.StatusCode, catchUp.StatusCode));
            await Assert.ThrowsAsync<HubException>(() => screen.CallAsync("WatchStandings", id, "teamStreak"));
        }

        Assert.InRange(await ActivationsAsync() - before, int.MinValue, 5);
    }

    private async Task<int> ActivationsAsync() =>
        await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetTotalActivationCount();
}
