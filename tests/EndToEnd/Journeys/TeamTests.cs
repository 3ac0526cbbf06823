using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A team's page, and what its captain does from it.</summary>
[Collection(SiteTests.Name)]
public sealed class TeamTests(Site site) : Journey(site)
{
    [Fact]
    public Task Captain_SeesTheTeamMove_AndCallsItToABreak() => TravelAsync(async () =>
    {
        var (olga, anna, ben) = (await VisitAsync(), await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        foreach (var (page, name) in new[] { (anna, "Anna"), (ben, "Ben") })
        {
            await new NewUser(name).SignUpAsync(page);
            await challenge.JoinAsync(page);
        }

        await ben.PutAsync("/api/account", new { showName = true });
        var annaId = (await anna.GetAsync("/api/account")).GetProperty("id").GetString();
        await olga.PutAsync($"/api/challenges/{challenge.Id}/members/{annaId}", new { role = "captain" });

        // By way of Today to her team.
        await anna.GotoAsync("/today");
        await anna.GetByRole(AriaRole.Link, new() { Name = "Blue", Exact = true }).ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Heading, new() { Name = "Blue", Exact = true, Level = 1 })).ToBeVisibleAsync();
        await Expect(anna).ToHaveTitleAsync("Blue · Stretch Challenge");
        await Expect(anna.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(anna.GetByText("0 done today")).ToBeVisibleAsync();
        await Expect(anna.GetByText("A day is reached when 70% of those due are done.")).ToBeVisibleAsync();
        await Expect(anna.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Anna" })).ToContainTextAsync("Captain");
        await Expect(anna.GetByRole(AriaRole.Heading, new() { Name = "What a captain can do" })).ToBeVisibleAsync();

        await DoRoutineAsync(ben);
        await Expect(anna.GetByText("1 done today")).ToBeVisibleAsync();
        await Expect(anna.GetByText("Done today", new() { Exact = true }).Locator("..")).ToContainTextAsync("Ben");

        await anna.GetByRole(AriaRole.Button, new() { Name = "Start or plan a break" }).ClickAsync();
        await anna.GetByRole(AriaRole.Button, new() { Name = "Open the room" }).ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Button, new() { Name = "Start now" })).ToBeVisibleAsync();
        await ben.GotoAsync(new Uri(anna.Url).AbsolutePath);
        await Expect(anna.GetByText("2 people")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Team_FromTheBoard_IsSeenByItsRivals() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        var challenge = await JourneyChallenge.MakeAsync(page);

        await page.GotoAsync($"/challenges/{challenge.Id}/boards");
        await page.GetByRole(AriaRole.Link, new() { Name = "Blue", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Blue", Exact = true, Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("Nobody is in this team yet.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start or plan a break" })).ToHaveCountAsync(0);
    });

    private static async Task DoRoutineAsync(IPage page)
    {
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Expect(page.GetByText("Your day counts.")).ToBeVisibleAsync();
    }
}
