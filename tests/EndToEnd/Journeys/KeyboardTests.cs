using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>From the first page to the boards without a mouse, with the focus in sight at every stop.</summary>
[Collection(SiteTests.Name)]
public sealed class KeyboardTests(Site site) : Journey(site)
{
    [Fact]
    public Task Newcomer_ByKeysAlone_JoinsStretchesAndSeesTheBoards() => TravelAsync(async () =>
    {
        var code = await CreateChallengeAsync(await VisitAsync());
        var page = await VisitAsync();
        var keys = new Keys(page);
        await ShortRoutine.PrepareAsync(page);

        await page.GotoAsync("/");
        await keys.PressOnAsync("Join with a code");
        await InMainAsync(page, "/join");
        await keys.TypeAsync("Invitation code", code);
        await keys.PressAsync("Enter");
        await InMainAsync(page, $"/join/{code}");

        // One stop for all teams: among them the arrows lead.
        await keys.PressOnAsync("Decide later", "ArrowUp");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Blue" })).ToBeCheckedAsync();
        await keys.TypeAsync("Your name", "Kim");
        await keys.TypeAsync("E-mail", new NewUser("Kim").Email);
        await keys.TypeAsync("Password", "calm hamstrings");
        await keys.PressOnAsync("Create account and join");
        await InMainAsync(page, "/today");

        var start = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") });
        await keys.PressOnAsync("Start Week");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(start).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressOnAsync("I have read this, start");
        await InMainAsync(page, "/play/");

        await StretchAsync(page, keys);
        await keys.PressOnAsync("See the boards");
        // By way of /boards, which leads on to those of the person's challenge.
        await InMainAsync(page, "/challenges/");
        await keys.PressOnAsync("Team points");
        await Expect(page).ToHaveURLAsync(new Regex("board=teamPoints"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Team points" })).ToBeFocusedAsync();
    });

    [Fact]
    public Task SkipLink_Followed_LeadsToTheContent() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Lou").SignUpAsync(page);
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });
        await Expect(link).ToBeFocusedAsync();
        await Expect(link).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    });

    private static async Task StretchAsync(IPage page, Keys keys)
    {
        await keys.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeVisibleAsync();
        await keys.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Time left" })).ToBeAttachedAsync();
        await keys.PressOnAsync("Leave");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Leave" })).ToBeFocusedAsync();
        foreach (var step in new[] { "Calf stretch", "Calf stretch", "Well done!" })
        {
            await keys.PressAsync("ArrowRight");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = step })).ToBeVisibleAsync();
        }
    }

    private static async Task InMainAsync(IPage page, string path)
    {
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(path)));
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private static async Task<string> CreateChallengeAsync(IPage page)
    {
        await new NewUser("Anna").SignUpAsync(page);
        var wish = new { name = "Spring stretch", startsOn = $"{NoonZone.Today:O}", timeZone = NoonZone.Id };
        var challenge = (await (await page.APIRequest.PostAsync("/api/challenges", new() { DataObject = wish })).JsonAsync())!.Value;
        var teams = $"/api/challenges/{challenge.GetProperty("id")}/teams";
        await Expect(await page.APIRequest.PostAsync(teams, new() { DataObject = new { name = "Blue" } })).ToBeOKAsync();
        return challenge.GetProperty("code").GetString()!;
    }
}
