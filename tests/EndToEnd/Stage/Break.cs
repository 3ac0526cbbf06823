using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>A live break as somebody in it sees it.</summary>
internal static partial class Break
{
    /// <summary>Opens a room from Today; answers its code.</summary>
    public static async Task<string> OpenRoomAsync(IPage host)
    {
        await host.GotoAsync("/today");
        await host.GetByRole(AriaRole.Button, new() { Name = "Start or plan a break" }).ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Open the room" }).ClickAsync();
        await Expect(host.GetByRole(AriaRole.Button, new() { Name = "Start now" })).ToBeVisibleAsync();
        return Code().Match(host.Url).Value;
    }

    /// <summary>Comes in by the room's link.</summary>
    public static async Task JoinAsync(IPage page, string code)
    {
        await page.GotoAsync($"/live/{code}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Who is here" })).ToBeVisibleAsync();
    }

    /// <summary>The host does something.</summary>
    public static Task LeadAsync(IPage host, string what) => host.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();

    /// <summary>Waits until a screen has come to a step, counted from 1.</summary>
    public static Task ReachAsync(IPage page, int step) =>
        Expect(page.GetByText(new Regex($"^Step {step} of"))).ToBeAttachedAsync();

    /// <summary>Waits until a screen stands still, and answers what its clock shows.</summary>
    public static async Task<string> PausedAsync(IPage page)
    {
        await Expect(page.GetByText("Paused", new() { Exact = true })).ToBeVisibleAsync();
        return ClockText().Match(await page.GetByRole(AriaRole.Timer).InnerTextAsync()).Value;
    }

    /// <summary>Waits until the day is told to count.</summary>
    public static Task CountedAsync(IPage page) => Expect(page.GetByText("Your day counts.")).ToBeVisibleAsync(new() { Timeout = 90_000 });

    [GeneratedRegex("[A-Z0-9]{6}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\d+:\d\d")]
    private static partial Regex ClockText();
}
