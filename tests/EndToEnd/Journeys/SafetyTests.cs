using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The safety notes, their question, and the help around them.</summary>
[Collection(SiteTests.Name)]
public sealed class SafetyTests(Site site) : Journey(site)
{
    [Fact]
    public Task Help_SignedOut_AnswersAndShowsTheSafetyNotes() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Questions and safety" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Help", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Never bounce, never force")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "How often should I stretch?" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How often should I stretch?" })).ToBeInViewportAsync();
    });

    [Fact]
    public Task Notes_BeforeTheFirstRoutine_ShowOnce() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Fay").SignUpAsync(page);
        var start = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") });
        var notes = page.GetByRole(AriaRole.Dialog, new() { Name = "Before you begin" });

        await start.ClickAsync();
        await Expect(notes).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(notes).ToBeHiddenAsync();

        await start.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/play/"));

        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Start a new routine?" })
            .GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/play/"));
    });

    [Fact]
    public Task Answer_GivenAndDeleted_ChangesTheRoutine() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Gus").SignUpAsync(page);
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Yes" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the answer" }).ClickAsync();
        await Expect(page.GetByText("You get the gentle routines")).ToBeVisibleAsync();
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Gentle") })).ToBeVisibleAsync();

        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete my answer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Expect(page.GetByText("You have not answered")).ToBeVisibleAsync();
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Week 1") })).ToBeVisibleAsync();
    });
}
