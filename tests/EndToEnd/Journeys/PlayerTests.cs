using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The player on the devices that people hold: the screen's light, its size, its sound, its motion.</summary>
[Collection(SiteTests.Name)]
public sealed class PlayerTests(Site site) : Journey(site)
{
    // Stands in for the device's own lock, which a browser without a screen does not give.
    private const string CountLocks =
        """
        window.locks = { taken: 0, held: 0 };
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
            window.locks.taken++;
            window.locks.held++;
            return { release: async () => void window.locks.held-- };
        } } });
        """;

    private const string RecordSpeech =
        """
        window.spoken = [];
        Object.defineProperty(window, 'speechSynthesis', { value: {
            speak: ({ text, lang }) => window.spoken.push(`${lang}: ${text}`),
            cancel: () => {},
        } });
        """;

    [Fact]
    public Task Screen_WhileARoutineRuns_StaysAwake() => TravelAsync(async () =>
    {
        var page = await BeginAsync(CountLocks);
        await HasLocksAsync(page, "held === 1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await HasLocksAsync(page, "held === 0");

        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await HasLocksAsync(page, "held === 1 && locks.taken === 2");

        // A browser lets go of the lock while its page is hidden.
        await page.EvaluateAsync("locks.held = 0; document.dispatchEvent(new Event('visibilitychange'))");
        await HasLocksAsync(page, "held === 1 && locks.taken === 3");
    });

    [Fact]
    public Task Voice_Chosen_SpeaksAndIsKept() => TravelAsync(async () =>
    {
        var page = await BeginAsync(RecordSpeech);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound: Off" }).ClickAsync();
        await page.GetByText("Tones and voice", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done", Exact = true }).ClickAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("spoken.includes('en: Calf stretch, Left side')");

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sound: Tones and voice" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Figure_ForWhoeverWantsLessMotion_StandsStill() => TravelAsync(async () =>
    {
        var page = await BeginAsync();
        var (figure, timer) = (page.Locator("main").GetByRole(AriaRole.Img), page.GetByRole(AriaRole.Timer));
        await Expect(figure).ToBeVisibleAsync();
        await ChangesAsync(figure, await figure.InnerHTMLAsync());

        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(figure).ToBeVisibleAsync();
        var (still, time) = (await figure.InnerHTMLAsync(), await timer.InnerTextAsync());
        await Expect(timer).Not.ToHaveTextAsync(time, new() { UseInnerText = true });
        Assert.Equal(still, await figure.InnerHTMLAsync());
    });

    [Fact]
    public Task Figure_AfterTheChoiceOfLessMotion_StandsStillOnEveryVisit() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/exercises/plank");
        var pause = page.GetByRole(AriaRole.Button, new() { Name = "Pause the motion" });
        var figure = page.Locator("main").GetByRole(AriaRole.Img);
        await pause.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on with the motion" })).ToBeFocusedAsync();
        var still = await figure.InnerHTMLAsync();
        await page.WaitForTimeoutAsync(300);
        Assert.Equal(still, await figure.InnerHTMLAsync());

        await new NewUser("Jo").SignUpAsync(page);
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Group, new() { Name = "Motion" }).GetByText("Reduced", new() { Exact = true }).ClickAsync();
        await page.GotoAsync("/exercises/plank");
        await Expect(page.Locator("html[data-motion=reduced]")).ToBeAttachedAsync();
        await Expect(figure).ToBeVisibleAsync();
        await Expect(pause).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Routine_TranslatedByTheBrowser_GoesOnInSight() => TravelAsync(async () =>
    {
        var page = await BeginAsync();
        var (timer, heading) = (page.GetByRole(AriaRole.Timer), page.GetByRole(AriaRole.Heading, new() { Level = 1 }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await PageTranslation.TranslateAsync(page);
        var time = await timer.InnerTextAsync();
        await Expect(timer).Not.ToHaveTextAsync(time, new() { UseInnerText = true });

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(heading).ToHaveTextAsync("Calf stretch");
        await Expect(timer).ToContainTextAsync("Left side");
        await page.Keyboard.PressAsync("Space");
        await Expect(timer).ToContainTextAsync("Paused");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true })).ToBeVisibleAsync();
        await PageTranslation.TranslateAsync(page);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(timer).ToContainTextAsync("Right side");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(heading).ToHaveTextAsync("Well done!");
    });

    [Theory]
    [InlineData(390, 844)]
    [InlineData(320, 568)]
    [InlineData(844, 390)]
    [InlineData(1280, 800)]
    public Task Step_OnAnyScreen_NeedsNoScrolling(int width, int height) => TravelAsync(
        async () =>
        {
            var page = await BeginAsync();
            await page.SetViewportSizeAsync(width, height);
            ILocator[] parts =
            [
                page.Locator("main").GetByRole(AriaRole.Img),
                page.GetByRole(AriaRole.Timer),
                page.GetByRole(AriaRole.Heading, new() { Name = "Plank" }),
                page.GetByText("Next: Calf stretch, Left side"),
                page.GetByRole(AriaRole.Button, new() { Name = "Pause" }),
                page.GetByRole(AriaRole.Button, new() { Name = "This hurts, skip" }),
                page.GetByRole(AriaRole.Button, new() { Name = "Leave" }),
                page.GetByRole(AriaRole.Button, new() { Name = "Safety notes" }),
            ];
            foreach (var part in parts)
            {
                await Expect(part).ToBeInViewportAsync(new() { Ratio = 1 });
            }
        },
        $"-{width}x{height}");

    private async Task<IPage> BeginAsync(string? before = null)
    {
        var page = await VisitAsync();
        if (before is not null)
        {
            await page.AddInitScriptAsync(before);
        }

        await new NewUser("Jo").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        return page;
    }

    private static Task<IJSHandle> HasLocksAsync(IPage page, string state) => page.WaitForFunctionAsync($"locks.{state}");

    private static Task<bool> ChangesAsync(ILocator element, string from) =>
        element.EvaluateAsync<bool>(
            """
            (element, from) => new Promise((done) => {
                const look = () => (element.innerHTML === from ? requestAnimationFrame(look) : done(true));
                look();
            })
            """,
            from);
}
