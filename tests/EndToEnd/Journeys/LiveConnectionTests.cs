using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Live views where the browser, the network and the clock are not as one would wish.</summary>
[Collection(LiveSiteTests.Name)]
public sealed class LiveConnectionTests(LiveSite site) : Journey(site)
{
    private const string Blocked = "This network blocks live connections";

    // Longer than the server waits for a silent client.
    private static readonly TimeSpan HiddenFor = TimeSpan.FromSeconds(40);

    private readonly LiveSite _site = site;

    [Fact]
    public Task Tabs_HiddenInTheLobby_StayPresentAndAreCredited() => TravelAsync(async () =>
    {
        var (anna, ben, cleo) = (await VisitAsync(), await VisitAsync(), await VisitAsync());
        await HiddenTab.PrepareAsync(anna);
        await HiddenTab.PrepareAsync(ben);
        await GatherAsync(anna, ben, cleo);
        await Expect(cleo.GetByText("3 people")).ToBeVisibleAsync();
        Assert.Equal("break", await ben.EvaluateAsync<string>("navigator.locks.query().then(({ held }) => held[0].name)"));
        await cleo.EvaluateAsync(
            """
            () => {
                window.flaps = [];
                const note = () => {
                    const text = document.body.innerText;
                    if (!text.includes('3 people') || text.includes('host is away')) window.flaps.push(text);
                };
                new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """);

        await HiddenTab.HideAsync(anna);
        await HiddenTab.HideAsync(ben);
        await Task.Delay(HiddenFor);
        Assert.Empty(await cleo.EvaluateAsync<string[]>("flaps"));

        await HiddenTab.ShowAsync(anna);
        await Break.LeadAsync(anna, "Start now");
        await Break.CountedAsync(cleo);
        await HiddenTab.ShowAsync(ben);
        await Task.WhenAll(Break.CountedAsync(anna), Break.CountedAsync(ben));
    });

    [Fact]
    public Task WebSockets_RefusedByAProxy_RoomFollowsAndSaysWhy() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        line.RefuseWebSockets();
        var (anna, ben, guest) = (await VisitAsync(), await VisitAsync(line: line), await VisitAsync(line: line));
        var (code, challenge) = await GatherAsync(anna);
        await new NewUser("Ben").SignUpAsync(ben);
        await challenge.JoinAsync(ben);

        await ben.GotoAsync($"/live/{code}");
        await Expect(ben.GetByText(Blocked)).ToBeVisibleAsync();
        await Expect(ben.GetByText("Every few seconds", new() { Exact = true })).ToBeVisibleAsync();
        await guest.GotoAsync($"/live/{code}");
        await guest.GetByLabel("Your name").FillAsync("Gül");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "You cannot join from this network" })).ToBeVisibleAsync();

        await Break.LeadAsync(anna, "Start now");
        await Break.ReachAsync(ben, 1);
        await Break.LeadAsync(anna, "Pause");
        Assert.Equal(await Break.PausedAsync(anna), await Break.PausedAsync(ben));
        await Expect(anna.GetByRole(AriaRole.Button, new() { Name = "Who is here: 1 person" })).ToBeVisibleAsync();

        line.Mend();
        await ben.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(ben.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(anna.GetByRole(AriaRole.Button, new() { Name = "Who is here: 2 people" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task WebSockets_RefusedByAProxy_BoardAndWallGoOnAndSayWhy() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        line.RefuseWebSockets();
        var (anna, wall) = (await VisitAsync(line: line), await VisitAsync(line: line));
        await new NewUser("Anna").SignUpAsync(anna);
        var challenge = await JourneyChallenge.MakeAsync(anna);
        await challenge.JoinAsync(anna);
        var token = (await anna.PostAsync($"/api/challenges/{challenge.Id}/walls", new { })).GetProperty("token");

        await anna.GotoAsync($"/challenges/{challenge.Id}/boards");
        await Expect(anna.GetByText(Blocked)).ToBeVisibleAsync();
        await Expect(anna.GetByText("Every few seconds", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(anna.GetByRole(AriaRole.Link, new() { Name = "Blue", Exact = true })).ToBeVisibleAsync();

        await wall.GotoAsync($"/wall/{token}");
        await Expect(wall.GetByText(Blocked)).ToBeVisibleAsync();
        var routine = (await anna.GetAsync("/api/today")).GetProperty("routine").GetProperty("desk").GetString();
        var room = await anna.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = routine });
        await Expect(wall.GetByText(room.GetProperty("code").GetString()!)).ToBeVisibleAsync();
    });

    [Fact]
    public Task Lobby_DeviceClockAhead_OpensByTheServersTime() => TravelAsync(async () =>
    {
        var (anna, ben) = (await VisitAsync(), await VisitAsync());
        await ben.AddInitScriptAsync(
            """
            {
                const Real = Date;
                const AHEAD = 1_000_000;
                window.Date = class extends Real {
                    constructor(...args) {
                        super(...(args.length ? args : [Real.now() + AHEAD]));
                    }
                    static now = () => Real.now() + AHEAD;
                };
            }
            """);
        await new NewUser("Anna").SignUpAsync(anna);
        var challenge = await JourneyChallenge.MakeAsync(anna);
        await new NewUser("Ben").SignUpAsync(ben);
        await challenge.JoinAsync(ben);
        var routine = (await anna.GetAsync("/api/today")).GetProperty("routine").GetProperty("desk").GetString();
        // Its lobby opens ten minutes before the start.
        var startsAt = TimeProvider.System.GetUtcNow().AddSeconds(600 + 15);
        var room = await anna.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = routine, startsAt });

        await ben.GotoAsync($"/live/{room.GetProperty("code")}");
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "This break has not opened yet" })).ToBeVisibleAsync();
        await Expect(ben.GetByRole(AriaRole.Button, new() { Name = "Who is here" })).ToBeVisibleAsync();
    });

    // A room that its host has opened, with the others in it; answers its code and challenge.
    private static async Task<(string Code, JourneyChallenge Challenge)> GatherAsync(IPage host, params IPage[] others)
    {
        await new NewUser("Anna").SignUpAsync(host);
        var challenge = await JourneyChallenge.MakeAsync(host);
        await challenge.JoinAsync(host);
        var code = await Break.OpenRoomAsync(host);
        foreach (var page in others)
        {
            await new NewUser("Guest").SignUpAsync(page);
            await challenge.JoinAsync(page);
            await Break.JoinAsync(page, code);
        }

        return (code, challenge);
    }
}
