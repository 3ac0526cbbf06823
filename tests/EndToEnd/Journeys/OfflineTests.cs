using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The client on a device that has lost its network.</summary>
[Collection(SiteTests.Name)]
public sealed class OfflineTests(Site site) : Journey(site)
{
    private readonly Site _site = site;

    [Fact]
    public Task Manifest_OnLoopback_LetsBrowsersInstallTheClient() => TravelAsync(async () =>
    {
        var page = await VisitAsync(keeps: true);
        await page.GotoAsync("/");
        var devTools = await page.Context.NewCDPSessionAsync(page);

        var manifest = await devTools.SendAsync("Page.getAppManifest");
        var faults = await devTools.SendAsync("Page.getInstallabilityErrors");

        Assert.Empty(manifest!.Value.GetProperty("errors").EnumerateArray());
        // Browsers of tests keep nothing, as private windows do, and that is all that is wrong.
        Assert.All(
            faults!.Value.GetProperty("installabilityErrors").EnumerateArray(),
            fault => Assert.Equal("in-incognito", fault.GetProperty("errorId").GetString()));
    });

    [Fact]
    public Task Exercise_NeverVisitedAndOffline_OpensWithItsFigure() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var page = await VisitAsync(Device.Phone, line: line, keeps: true);
        await page.GotoAsync("/help");
        await page.EvaluateAsync(KeepsCatalogue);
        line.Cut();

        await page.GotoAsync("/exercises/plank");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plank", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".figure svg[role=img]")).ToBeVisibleAsync();
        await page.GotoAsync("/exercises?desk=true&q=CALF");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Calf stretch" })).ToBeVisibleAsync();
        await Expect(page.GetByText("You are offline: names")).ToBeVisibleAsync();
    });

    [Fact]
    public Task PageThatNeedsANetwork_Offline_OpensOnlyIfItWasUsed() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var page = await VisitAsync(Device.Phone, line: line, keeps: true);
        await page.GotoAsync("/help");
        await page.EvaluateAsync(KeepsCatalogue);
        var join = page.GetByRole(AriaRole.Button, new() { Name = "Continue" });
        await page.GotoAsync("/join");
        await Expect(join).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        line.Cut();

        await page.GotoAsync("/sign-in");
        await Expect(page.GetByLabel("E-mail")).ToBeVisibleAsync();
        await page.GotoAsync("/join");
        await Expect(join).ToBeVisibleAsync();
        await page.GotoAsync("/wall/unknown");
        await Expect(page.GetByText("The server cannot be reached")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Routine_FinishedOffline_WaitsAndCountsOnceLater() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var page = await VisitAsync(Device.Phone, line: line, keeps: true);
        await page.InstallClockAsync();
        await new NewUser("Olga").SignUpAsync(page);
        await page.EvaluateAsync(KeepsCatalogue);
        await ShortRoutine.StartAsync(page);
        line.Cut();
        await ShortRoutine.RunAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done, and kept" })).ToBeVisibleAsync();

        var waits = page.GetByText("A finished routine waits to be sent");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        await Expect(waits).ToBeVisibleAsync();

        line.Mend();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        await Expect(waits).ToBeHiddenAsync();
        await KeptRuns.ExpectAsync(page, 0);
    });

    [Fact]
    public Task Routine_ReloadedOfflineInTheMiddle_IsFinishedAndCountsOnceLater() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var page = await VisitAsync(Device.Phone, line: line, keeps: true);
        var sent = new ConcurrentQueue<int>();
        page.Response += (_, response) => Note(sent, response);
        await page.InstallClockAsync();
        await new NewUser("Odile").SignUpAsync(page);
        await page.EvaluateAsync(KeepsCatalogue);
        await ShortRoutine.StartAsync(page);
        await page.Keyboard.PressAsync("Space");
        var goOn = page.GetByRole(AriaRole.Button, new() { Name = "Go on" });
        await Expect(goOn).ToBeVisibleAsync();
        line.Cut();

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plank" })).ToBeVisibleAsync();
        await goOn.ClickAsync();
        await ShortRoutine.RunAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done, and kept" })).ToBeVisibleAsync();
        Assert.Empty(sent);

        line.Mend();
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        // The browser's clock ran ahead of the server's, which may have found the end too early: it is then sent again.
        Assert.Single(sent, 200);
        Assert.All(sent, status => Assert.Contains(status, (int[])[200, 409]));
        await KeptRuns.ExpectAsync(page, 0);
    });

    [Fact]
    public Task Routine_SentTooLate_IsToldUntilItWasRead() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Otto").SignUpAsync(page);
        await FinishUnsentAsync(page);
        await page.Context.UnrouteAsync("**/api/check-ins");
        await page.Context.RouteAsync("**/api/check-ins", route => route.FulfillAsync(new()
        {
            Status = 409,
            Headers = new Dictionary<string, string> { ["Stretch-Api"] = "1" },
            ContentType = "application/problem+json",
            Body = """{"type":"urn:problem:too-late","title":"Conflict","detail":"This run belongs to 2 March, and that day is closed."}""",
        }));

        await page.GotoAsync("/today");
        await Expect(page.GetByText("could not be counted. This run belongs to 2 March, and that day is closed.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "All right" }).ClickAsync();
        await Expect(page.GetByText("could not be counted")).ToBeHiddenAsync();
        await KeptRuns.ExpectAsync(page, 0);
    });

    [Fact]
    public Task Device_AfterVisitsAndSigningOut_HoldsNothingPrivate() => TravelAsync(async () =>
    {
        var page = await VisitAsync(keeps: true);
        await new NewUser("Ottilie").SignUpAsync(page);
        await page.EvaluateAsync(KeepsCatalogue);
        foreach (var path in new[] { "/today", "/progress", "/progress/self-tests", "/challenges", "/me" })
        {
            await page.GotoAsync(path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/$"));

        var kept = await page.EvaluateAsync<string[]>(
            """
            async () => {
                const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
                return caught.flat().map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api/'));
            }
            """);
        Assert.All(kept, path => Assert.Matches("^/api/(exercises|routines|programme)(/|$)", path));
        Assert.Equal("[]", await page.EvaluateAsync<string>("() => JSON.stringify(Object.keys(localStorage))"));
        await KeptRuns.ExpectAsync(page, 0);
    });

    [Fact]
    public Task Wall_OpenedWithoutNetwork_SaysSoAndShowsTheBoardOnceItIsBack() => TravelAsync(async () =>
    {
        var host = await VisitAsync();
        await new NewUser("Oda").SignUpAsync(host);
        var challenge = await JourneyChallenge.MakeAsync(host, "Wall stretch");
        var made = await host.PostAsync($"/api/challenges/{challenge.Id}/walls", new { });
        var line = _site.Lay();
        var wall = await VisitAsync(line: line, keeps: true);
        await wall.GotoAsync($"/wall/{made.GetProperty("token").GetString()}");
        await wall.EvaluateAsync(KeepsCatalogue);
        line.Cut();

        await wall.ReloadAsync();
        await Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "The connection is lost" })).ToBeVisibleAsync();

        line.Mend();
        await Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "Team streak" })).ToBeVisibleAsync();
    });

    // The answers to finished routines.
    private static void Note(ConcurrentQueue<int> sent, IResponse response)
    {
        if (new Uri(response.Url).AbsolutePath == "/api/check-ins")
        {
            sent.Enqueue(response.Status);
        }
    }

    // Does a routine whose end does not reach the server.
    private static async Task FinishUnsentAsync(IPage page)
    {
        await page.Context.RouteAsync("**/api/check-ins", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done, and kept" })).ToBeVisibleAsync();
    }
}
