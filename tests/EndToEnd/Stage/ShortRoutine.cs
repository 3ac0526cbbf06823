using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// A routine of three known steps in place of the day's own: one browser is told so when it starts a run. The server goes
/// by the day's routine, which is over in no time on a quick site, so that the run counts whenever it is done.
/// </summary>
internal static class ShortRoutine
{
    /// <summary>What is announced of it from start to end.</summary>
    public static readonly string[] Announcements =
    [
        "Plank", "Hold", "Halfway", "30 seconds left",
        "Calf stretch, Left side", "Hold", "Halfway",
        "Switch: Right side", "Hold", "Halfway",
        "Done",
    ];

    /// <summary>Its length in seconds.</summary>
    public const int Seconds = 5 + 80 + 5 + 20 + 5 + 20;

    /// <summary>Lets the test set this page's time. Its figures stand still: each frame of theirs would take time.</summary>
    public static async Task InstallClockAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Clock.InstallAsync();
    }

    /// <summary>From now on this page's runs have these steps.</summary>
    public static Task PrepareAsync(IPage page) => page.RouteAsync("**/api/runs", async route =>
    {
        var response = await route.FetchAsync();
        var run = JsonNode.Parse(await response.TextAsync())!;
        run["steps"] = new JsonArray(
            Step("plank", "Plank", "both", 80), Step("calf-stretch", "Calf stretch", "left", 20),
            Step("calf-stretch", "Calf stretch", "right", 20));
        await route.FulfillAsync(new() { Response = response, Body = run.ToJsonString() });
    });

    /// <summary>Starts it from Today, past the safety notes.</summary>
    public static async Task StartAsync(IPage page)
    {
        await PrepareAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
    }

    /// <summary>Lets so many seconds of it go by, each looked at as it comes: by itself to its end.</summary>
    public static async Task RunAsync(IPage page, int seconds = Seconds + 1)
    {
        for (var second = 0; second < seconds; second++)
        {
            await page.Clock.RunForAsync(1000);
        }
    }

    /// <summary>Lets it go by to its end, and no further: what the page then does takes its own time, which is not the clock's.</summary>
    public static async Task FinishAsync(IPage page)
    {
        while (await page.GetByRole(AriaRole.Timer).IsVisibleAsync())
        {
            await page.Clock.RunForAsync(1000);
        }
    }

    private static JsonObject Step(string exercise, string name, string side, int seconds) => new()
    {
        ["exercise"] = exercise,
        ["name"] = name,
        ["side"] = side,
        ["seconds"] = seconds,
        ["getReady"] = 5,
        ["instructions"] = new JsonArray("Breathe on.", "Keep still."),
        ["cues"] = new JsonArray("Long neck"),
    };
}
