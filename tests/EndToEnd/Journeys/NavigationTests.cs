using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Every address works by itself, back and forward lead where they should, and each page says where one is.</summary>
[Collection(SiteTests.Name)]
public sealed class NavigationTests(Site site) : Journey(site)
{
    [Fact]
    public Task DeepLink_SignedOut_LeadsThereAfterSignIn() => TravelAsync(async () =>
    {
        var newcomer = new NewUser("Cleo");
        var first = await VisitAsync();
        await newcomer.SignUpAsync(first);
        var challenge = await JourneyChallenge.MakeAsync(first);
        var path = $"/challenges/{challenge.Id}/boards?board=teamPoints";

        var page = await VisitAsync();
        await page.GotoAsync(path);
        await Expect(page).ToHaveTitleAsync("Sign in · Stretch Challenge");
        await page.GetByLabel("E-mail").FillAsync(newcomer.Email);
        await page.GetByLabel("Password").FillAsync(newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "$"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Team points" })).ToHaveAttributeAsync("aria-current", "page");
    });

    [Fact]
    public Task BackAndForward_ThroughTheMainPages_SayWhereOneIs() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Cleo").SignUpAsync(page);
        foreach (var place in new[] { "Progress", "Challenges", "Me" })
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
            await IsAtAsync(page, place);
        }

        await page.GoBackAsync();
        await IsAtAsync(page, "Challenges");
        await page.GoBackAsync();
        await IsAtAsync(page, "Progress");
        await page.GoForwardAsync();
        await IsAtAsync(page, "Challenges");
    });

    [Fact]
    public Task Welcome_SignedInButNotRemembered_LeadsToToday() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Nora").SignUpAsync(page);
        await page.EvaluateAsync("localStorage.clear()");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Welcome_ServerThatDoesNotAnswer_IsShownAtOnce() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.RouteAsync("**/api/**", _ => Task.CompletedTask);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Join with a code" })).ToBeVisibleAsync(new() { Timeout = 10_000 });
    });

    [Theory]
    [InlineData("/teams/nothing")]
    [InlineData("/challenges/nothing")]
    [InlineData("/challenges/nothing/boards")]
    [InlineData("/exercises/nothing")]
    [InlineData("/join/NOTACODE")]
    [InlineData("/live/ZZZZZ9")]
    [InlineData("/play/nothing")]
    [InlineData("/nowhere")]
    [InlineData("/dev/ui")]
    public Task UnknownId_SignedIn_SaysSoAndLeadsBack(string path) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            await new NewUser("Cleo").SignUpAsync(page);

            await page.GotoAsync(path);

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await Expect(page).ToHaveTitleAsync(new Regex(".+ · Stretch Challenge$"));
            var back = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("start page|Try another code|Back to today") });
            await back.First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/(today|join)$"));
        },
        path.Replace('/', '-'));

    [Fact]
    public Task ServerInTrouble_TriedAgain_GoesOn() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Cleo").SignUpAsync(page);
        await page.RouteAsync("**/api/today", route => route.FulfillAsync(new()
        {
            Status = 500,
            Headers = new Dictionary<string, string> { ["Stretch-Api"] = "1" },
            Body = "",
        }));

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server has trouble right now");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start") }).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    });

    private static async Task IsAtAsync(IPage page, string place)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = place, Exact = true, Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync($"{place} · Stretch Challenge");
    }
}
