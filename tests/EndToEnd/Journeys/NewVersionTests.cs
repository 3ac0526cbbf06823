using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A device that gets a new version of the client.</summary>
[Collection(SiteTests.Name)]
public sealed class NewVersionTests(Site site) : Journey(site)
{
    private readonly Site _site = site;

    [Fact]
    public Task NewVersion_ReadyDuringARoutine_WaitsForItsEnd() => TravelAsync(async () =>
    {
        await using var renewal = new ReplaceableServer(_site.Address);
        var page = await VisitAsync(keeps: true);
        await page.InstallClockAsync();
        await new NewUser("Orla").SignUpAsync(page, renewal.Address);
        await page.EvaluateAsync(KeepsCatalogue);
        await ShortRoutine.StartAsync(page);
        await page.EvaluateAsync("window.isTheSamePage = true");
        var told = page.GetByText("A new version is ready.");

        renewal.Renew();
        await page.EvaluateAsync(
            """
            async () => {
                const registration = await navigator.serviceWorker.getRegistration();
                await registration.update();
                while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 100));
            }
            """);
        await ShortRoutine.RunAsync(page, ShortRoutine.Seconds / 2);
        await Expect(page.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await Expect(told).ToBeHiddenAsync();

        await ShortRoutine.RunAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Well done!" })).ToBeVisibleAsync();
        await Expect(told).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Expect(page.Locator("meta[name=build]")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task NewVersion_PutOff_IsToldAgainAtTheNextStart() => TravelAsync(async () =>
    {
        await using var renewal = new ReplaceableServer(_site.Address);
        var page = await VisitAsync(keeps: true);
        await page.GotoAsync($"{renewal.Address}sign-in");
        await page.EvaluateAsync(KeepsCatalogue);
        renewal.Renew();
        await page.EvaluateAsync("async () => (await navigator.serviceWorker.getRegistration()).update()");
        var told = page.GetByText("A new version is ready.");

        await Expect(told).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await Expect(told).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(told).ToBeVisibleAsync();
    });

    [Fact]
    public Task NewVersion_Ready_WaitsUntilItIsAskedFor() => TravelAsync(async () =>
    {
        await using var renewal = new ReplaceableServer(_site.Address);
        var page = await VisitAsync(keeps: true);
        await page.GotoAsync($"{renewal.Address}sign-in");
        var next = page.Locator("meta[name=build]");
        await page.EvaluateAsync(KeepsCatalogue);

        renewal.Renew();
        await page.EvaluateAsync("async () => (await navigator.serviceWorker.getRegistration()).update()");
        await Expect(page.GetByText("A new version is ready.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("A new version is ready.")).ToBeVisibleAsync();
        await Expect(next).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Expect(next).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Part_GoneFromTheServer_LoadsThePageAnewOnce() => TravelAsync(async () =>
    {
        await using var renewal = new ReplaceableServer(_site.Address);
        var page = await VisitAsync();
        await page.GotoAsync($"{renewal.Address}sign-in");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // What brings the new version comes after the page is at rest.
        await page.RunAndWaitForResponseAsync(() => Task.CompletedTask, response => response.Url.Contains("/chunks/", StringComparison.Ordinal));

        renewal.Renew();
        renewal.Remove("/_app/immutable/nodes/");
        page.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
            {
                renewal.Remove("/nothing/");
            }
        };
        await page.GetByRole(AriaRole.Link, new() { Name = "Stretch Challenge" }).First.ClickAsync();
        await Expect(page.Locator("meta[name=build]")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("A short stretch");
    });
}
