using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A finished routine that cannot be sent waits in the browser, whatever happens to its page and its network.</summary>
[Collection(SiteTests.Name)]
[Trait("Category", "Faults")]
public sealed class OutboxTests(Site site) : Journey(site)
{
    private const string InTab = "This browser keeps it in this tab alone";

    private readonly Site _site = site;

    [Fact]
    public Task Routine_NetworkBackAfterAllPagesWereClosed_IsSentByTheWorker() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var page = await VisitAsync(line: line, keeps: true);
        await BeginAsync(page, new NewUser("Uma"));
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => {})");
        line.Cut();
        await ShortRoutine.FinishAsync(page);
        await Expect(page.GetByText("Until then it is kept on this device.")).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(page, 1);

        // A file of the site, without the client's scripts.
        line.Mend();
        await page.GotoAsync("/robots.txt");
        await KeptRuns.ExpectAsync(page, 1);
        var syncAsync = await KeptRuns.FindSyncAsync(page);
        // The browser tries again after a failure, but not so often that the server's limits refuse it.
        using var attempts = new PeriodicTimer(TimeSpan.FromSeconds(3));
        await Wait.UntilAsync(async () =>
        {
            await syncAsync();
            await attempts.WaitForNextTickAsync();
            return (await KeptRuns.InDatabaseAsync(page)).Length == 0;
        });
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Routine_PageKilledInItsLastSecond_IsCarriedOverAndSent() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.AddInitScriptAsync($"if (!location.hash) {KeptRuns.SilentDatabase}");
        await BeginAsync(page, new NewUser("Una"));
        await page.Context.RouteAsync("**/api/check-ins", route => route.AbortAsync());
        await ShortRoutine.FinishAsync(page);
        Assert.Single(await KeptRuns.KeysAsync(page, "finished-run:"));
        Assert.Empty(await KeptRuns.KeysAsync(page, "run"));

        await page.Context.UnrouteAsync("**/api/check-ins");
        await page.GotoAsync("/today#kept");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(page, 0);
    });

    [Fact]
    public Task Routine_InABrowserThatStoresNothing_IsKeptInItsTabAndCounts() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.AddInitScriptAsync(KeptRuns.NoStorage);
        await BeginAsync(page, new NewUser("Ute"));
        await Expect(page.GetByText("This browser cannot keep your progress")).ToBeVisibleAsync();
        await page.Context.RouteAsync("**/api/check-ins", route => route.AbortAsync());
        await ShortRoutine.FinishAsync(page);
        await Expect(page.GetByText(InTab)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to today" }).ClickAsync();
        await Expect(page.GetByText(InTab)).ToBeVisibleAsync();

        await page.Context.UnrouteAsync("**/api/check-ins");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        await Expect(page.GetByText(InTab)).ToBeHiddenAsync();
    });

    [Fact]
    public Task Routine_FinishedWhileAnotherAccountIsSignedIn_WaitsForItsOwn() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        var ann = new NewUser("Ann");
        await BeginAsync(page, ann);
        var other = await page.Context.NewPageAsync();
        await SignOutAsync(other);
        await new NewUser("Ben").SignUpAsync(other);

        await ShortRoutine.FinishAsync(page);
        await Expect(page.GetByText("Another account is signed in now.")).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(page, 1);
        await other.GotoAsync("/today");
        await Expect(other.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") })).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(page, 1);

        await SignOutAsync(other);
        await ann.SignInAsync(other);
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(other, 0);
    });

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/$"));
    }

    private static async Task BeginAsync(IPage page, NewUser user)
    {
        await page.InstallClockAsync();
        await user.SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
    }
}
