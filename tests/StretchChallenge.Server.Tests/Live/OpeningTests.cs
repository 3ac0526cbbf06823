using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>People hear of the breaks of their challenges when these can be joined.</summary>
[Trait("Category", "Faults")]
public sealed class OpeningTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;
    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task WatchMe_BreakThatOpens_IsToldWithinSeconds()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var ben = await _server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        await using var page = await _server.ConnectAsync(ben);
        await page.CallAsync("WatchMe");

        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        var opened = await rest.NextAsync(page, "SessionOpened", TimeSpan.FromSeconds(4));

        Assert.Equal(
            (rest.Code, challenge.Id, "desk-break-3"),
            (opened.Text("code"), opened.Text("challengeId"), opened.Text("routineId")));
        Assert.True(opened.GetProperty("startsAt").GetDateTimeOffset() <= _clock.GetUtcNow());
    }

    [Fact]
    public async Task WatchMe_WhileABreakIsOpen_IsToldAtOnce()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);
        var rest = await TestLiveSession.OpenAsync(_server, challenge);
        await using var page = await _server.ConnectAsync(challenge.Organiser);

        await page.CallAsync("WatchMe");

        Assert.Equal(rest.Code, (await rest.NextAsync(page, "SessionOpened", TimeSpan.Zero)).Text("code"));
    }
}
