using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A routine outlives what browsers do to it: leaving, damaged or full storage, sleep, and a network that goes away.</summary>
[Collection(SiteTests.Name)]
[Trait("Category", "Faults")]
public sealed class KeptRoutineTests(Site site) : Journey(site)
{
    private const string DamagedStorage =
        """
        for (const key of ['person', 'run', 'finished-run:x', 'seat:ABC123', 'sound', 'theme']) {
            localStorage.setItem(key, '{');
        }
        """;

    private const string FullStorage =
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };";

    private static readonly PageGetByRoleOptions GoOn = new() { Name = "Go on with your routine" };

    [Fact]
    public Task Routine_LeftByBack_IsOfferedAndNotReplacedUnasked() => TravelAsync(async () =>
    {
        var page = await BeginAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Calf stretch" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Link, GoOn)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Calf stretch" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Routine_ReloadedOrInAnotherTab_IsOfferedAndNotReplacedUnasked() => TravelAsync(async () =>
    {
        var page = await BeginAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Calf stretch" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Calf stretch" })).ToBeVisibleAsync();

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/today");
        await page.CloseAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await other.Keyboard.PressAsync("Escape");
        await other.GetByRole(AriaRole.Link, GoOn).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Calf stretch" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Routine_BegunWhileAnotherTabShowsToday_IsNotReplacedFromThereUnasked() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Kim").SignUpAsync(page);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/today");
        await Expect(other.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") })).ToBeVisibleAsync();
        await ShortRoutine.StartAsync(page);

        await Expect(other.GetByRole(AriaRole.Link, GoOn)).ToBeVisibleAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Start a new routine?");
    });

    [Fact]
    public Task Routine_FinishedBeforeItsLastPanelWasLoaded_IsKept() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        // A service worker would have fetched the panel before.
        await page.AddInitScriptAsync("navigator.serviceWorker.register = () => new Promise(() => {});");
        await page.InstallClockAsync();
        await new NewUser("Kit").SignUpAsync(page);
        await page.RouteAsync("**/_app/immutable/**", async route =>
        {
            var file = await route.FetchAsync();
            // Only the panel has these words.
            await ((await file.TextAsync()).Contains("Saving your day…", StringComparison.Ordinal) ? route.AbortAsync() : route.FulfillAsync(new() { Response = file }));
        });
        await page.Context.RouteAsync("**/api/check-ins", route => route.AbortAsync());
        await ShortRoutine.StartAsync(page);
        await ShortRoutine.FinishAsync(page);
        await Expect(page.GetByText("It is kept until the server has it.")).ToBeVisibleAsync();
        await KeptRuns.ExpectAsync(page, 1);
        Assert.Empty(await KeptRuns.KeysAsync(page, "run"));
    });

    [Fact]
    public Task Routine_DuringASleep_PausesWhereItStood() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.InstallClockAsync();
        await new NewUser("Sam").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        await ShortRoutine.RunAsync(page, 10);
        await page.Clock.FastForwardAsync(600_000);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plank" })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData(DamagedStorage, "damaged")]
    [InlineData(FullStorage, "full")]
    public Task Storage_DamagedOrFull_LeavesTheRoutineWorking(string script, string state) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            await page.InstallClockAsync();
            await new NewUser("Ola").SignUpAsync(page);
            await page.AddInitScriptAsync(script);
            await page.ReloadAsync();
            await ShortRoutine.StartAsync(page);
            await ShortRoutine.RunAsync(page);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Well done!" })).ToBeVisibleAsync();
        },
        $"-{state}");

    [Fact]
    public Task Keys_OnAnOpenableText_BelongToIt() => TravelAsync(async () =>
    {
        var page = await BeginAsync();
        await page.GetByText("How it is done").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByText("Breathe on.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Use keys of one character" }).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    });

    private async Task<IPage> BeginAsync()
    {
        var page = await VisitAsync();
        await new NewUser("Kay").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        return page;
    }
}
