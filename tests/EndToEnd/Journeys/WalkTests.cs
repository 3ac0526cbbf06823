using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The whole walk: one starts a challenge at a desk, another joins by phone, and the board moves.</summary>
[Collection(SiteTests.Name)]
public sealed class WalkTests(Site site) : Journey(site)
{
    [Fact]
    public Task CheckIn_OnAPhone_MovesTheBoardInTheOtherBrowser() => TravelAsync(async () =>
    {
        var anna = await VisitAsync();
        await StartChallengeAsync(anna, new NewUser("Anna"));
        var code = await anna.GetByText("Code", new() { Exact = true }).Locator("..").Locator("strong").InnerTextAsync();
        await anna.GetByRole(AriaRole.Button, new() { Name = "Join Blue" }).ClickAsync();
        await Expect(anna.GetByText("your team")).ToBeVisibleAsync();
        await anna.GetByRole(AriaRole.Link, new() { Name = "See the boards" }).ClickAsync();
        await Expect(anna.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var blue = anna.GetByRole(AriaRole.Row).Filter(new() { HasText = "Blue" });
        await Expect(blue).ToContainTextAsync("1 member");

        var ben = await VisitAsync(Device.Phone);
        await JoinAsync(ben, new NewUser("Ben"), code);
        await Expect(blue).ToContainTextAsync("2 members");
        await Expect(blue).ToContainTextAsync("0 done");

        await DoRoutineAsync(ben);
        await Expect(blue).ToContainTextAsync("1 done");
        await anna.GetByRole(AriaRole.Link, new() { Name = "Team points" }).ClickAsync();
        // The points of a small team are those of this morning (rule 21).
        await Expect(blue).ToContainTextAsync("1 done 0 0 days");
    });

    private static async Task StartChallengeAsync(IPage page, NewUser newcomer)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start a challenge" }).ClickAsync();
        await newcomer.FillInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Spring stretch");
        await page.GetByLabel("First day").FillAsync($"{NoonZone.Today:O}");
        // Whatever weekday it is, somebody is due.
        foreach (var day in await page.GetByRole(AriaRole.Group, new() { Name = "Work days" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await day.CheckAsync(new() { Force = true });
        }

        await page.GetByLabel("Team 1").FillAsync("Blue");
        await page.GetByLabel("Team 2").FillAsync("Green");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the challenge" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Spring stretch" })).ToBeVisibleAsync();
    }

    private static async Task JoinAsync(IPage page, NewUser newcomer, string code)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Join with a code" }).ClickAsync();
        await page.GetByLabel("Invitation code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Spring stretch" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Radio, new() { Name = "Blue" }).CheckAsync();
        await newcomer.FillInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account and join" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Spring stretch" })).ToBeVisibleAsync();
    }

    private static async Task DoRoutineAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Before you begin" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Well done!" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Your day counts.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to today" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done for today" })).ToBeVisibleAsync();
    }
}
