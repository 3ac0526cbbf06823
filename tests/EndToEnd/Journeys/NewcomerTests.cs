using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>What people met on their first days.</summary>
[Collection(SiteTests.Name), Trait("Category", "Faults")]
public sealed class NewcomerTests(Site site) : Journey(site)
{
    // Where the focus is on something that a bar covers as a whole: what it is. Otherwise empty.
    private const string CoveredFocus =
        """
        () => {
            const at = document.activeElement;
            if (!at || at === document.body || at.tagName === 'MAIN') return '';
            const { x, y, width, height } = at.getBoundingClientRect();
            const isSeen = (dy) => {
                const top = document.elementFromPoint(x + width / 2, y + dy);
                return top && (at.contains(top) || top.contains(at) || [...(at.labels ?? [])].some((label) => label.contains(top)));
            };
            return [2, height / 2, height - 2].some(isSeen) ? '' : at.outerHTML.slice(0, 80);
        }
        """;

    // The names of buttons in the player that lie over each other.
    private const string Overlapping =
        """
        () => {
            const boxes = [...document.querySelectorAll('main button')].map((button) => [button, button.getBoundingClientRect()]);
            const isOver = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            return boxes.filter(([one, box]) => boxes.some(([other, beside]) => one !== other && isOver(box, beside)))
                .map(([button]) => button.innerText || button.ariaLabel).join(', ');
        }
        """;

    private const string RecordTitles =
        """
        () => {
            window.announced = [];
            new MutationObserver(() => {
                const text = document.getElementById('svelte-announcer')?.textContent.trim();
                if (text && text !== window.announced.at(-1)) window.announced.push(text);
            }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    [Fact]
    public Task NewChallenge_Holidays_AreAddedByEnterAndNeverLost() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        await page.GotoAsync("/challenges/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Holidays");
        var (startsOn, holiday) = (page.GetByLabel("First day"), page.GetByLabel("Holidays", new() { Exact = true }));
        await startsOn.FillAsync($"{NoonZone.Today:O}");
        await holiday.FillAsync($"{NoonZone.Today.AddDays(3):O}");
        await holiday.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove ") })).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("/challenges/new$"));

        await holiday.FillAsync("12026-04-03");
        await holiday.PressAsync("Enter");
        await Expect(holiday).ToHaveAccessibleDescriptionAsync(new Regex("choose a date from"));

        await holiday.FillAsync($"{NoonZone.Today.AddDays(4):O}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the challenge" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Holidays", Exact = true, Level = 1 })).ToBeVisibleAsync();
        var made = (await page.GetAsync("/api/challenges")).EnumerateArray().Single();
        Assert.Equal(2, made.GetProperty("holidays").GetArrayLength());
    });

    [Fact]
    public Task NewChallenge_ImpossibleFirstDay_SaysSoUntilItIsCorrected() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        await page.GotoAsync("/challenges/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Far away");
        var startsOn = page.GetByLabel("First day");
        await startsOn.FillAsync("10000-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the challenge" }).ClickAsync();

        await Expect(startsOn).ToHaveAccessibleDescriptionAsync(new Regex("choose a date from"));
        await Expect(startsOn).ToBeFocusedAsync();
        await Expect(page.GetByText("Invalid time value")).ToHaveCountAsync(0);

        await startsOn.FillAsync($"{NoonZone.Today:O}");
        await Expect(startsOn).Not.ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public Task Challenge_MadeByMistake_IsMovedAndDeleted() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await new NewUser("Olga").SignUpAsync(page);
        var later = new { name = "Mistake", startsOn = $"{NoonZone.Today.AddDays(10):O}", timeZone = NoonZone.Id };
        var id = (await page.PostAsync("/api/challenges", later)).GetProperty("id").GetString();
        await page.GotoAsync($"/challenges/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await page.GetByLabel("First day").FillAsync($"{NoonZone.Today.AddDays(20):O}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal($"{NoonZone.Today.AddDays(20):O}", (await page.GetAsync($"/api/challenges/{id}")).GetProperty("startsOn").GetString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the challenge" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/challenges$"));
        await Expect(page.GetByText("You are in no challenge yet")).ToBeVisibleAsync();
    });

    [Fact]
    public Task TimeOff_OnMe_IsListedMergedAndTakenBack() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        var earlier = new { from = $"{NoonZone.Today.AddDays(5):O}", to = $"{NoonZone.Today.AddDays(6):O}" };
        await page.PostAsync("/api/time-off", earlier);
        await page.GotoAsync("/me");
        var rows = page.GetByRole(AriaRole.List, new() { Name = "Time off" }).GetByRole(AriaRole.Listitem);
        await Expect(rows).ToHaveCountAsync(1);

        await page.GetByLabel("First day").FillAsync($"{NoonZone.Today.AddDays(7):O}");
        await page.GetByLabel("Last day").FillAsync($"{NoonZone.Today.AddDays(9):O}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save time off" }).ClickAsync();
        await Expect(page.GetByText("together with the days off beside it")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back ") }).ClickAsync();
        await Expect(page.GetByText("No days off from today on.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Me_InTwoTabs_KeepsWhatBothChanged() => TravelAsync(async () =>
    {
        var first = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(first);
        var second = await first.Context.NewPageAsync();
        foreach (var tab in new[] { first, second })
        {
            await tab.GotoAsync("/me");
            await Expect(tab.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Olga");
        }

        await first.GetByLabel("Time zone").SelectOptionAsync("Asia/Tokyo");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(first.GetByText("Saved.")).ToBeVisibleAsync();
        await second.GetByLabel("Name", new() { Exact = true }).FillAsync("Olga B.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(second.GetByText("Saved.")).ToBeVisibleAsync();

        var account = await first.GetAsync("/api/account");
        Assert.Equal(("Olga B.", "Asia/Tokyo"), (account.GetProperty("displayName").GetString(), account.GetProperty("timeZone").GetString()));
        await Expect(second.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Tokyo");
    });

    [Fact]
    public Task Me_WithoutOwnWorkDays_ShowsThoseOfTheChallenge() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        await JourneyChallenge.MakeAsync(page);
        await page.GotoAsync("/me");

        await Expect(page.GetByText("As in your challenge.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Sun" })).ToBeCheckedAsync();
    });

    [Fact]
    public Task Today_BreakThatOpens_AppearsWithoutAReload() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        var challenge = await JourneyChallenge.MakeAsync(page);
        await page.GotoAsync("/today");
        await Expect(page.GetByText("Spring stretch")).ToBeVisibleAsync();

        await page.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Join", Exact = true })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("/today", "/api/today")]
    [InlineData("/progress", "/api/progress")]
    [InlineData("/challenges/ID", "/api/challenges/")]
    [InlineData("/challenges/ID/boards", "/api/challenges")]
    public Task Page_LeftOpenOverMidnight_LoadsAgain(string path, string request) => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        var challenge = await JourneyChallenge.MakeAsync(page);
        await page.InstallClockAsync();
        await page.GotoAsync(path.Replace("ID", challenge.Id, StringComparison.Ordinal));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await page.RunAndWaitForRequestAsync(
            () => page.Clock.FastForwardAsync("24:00:00"),
            sent => sent.Url.Contains(request, StringComparison.Ordinal));
    }, path.Replace('/', '-'));

    [Fact]
    public Task Navigation_ToAPageThatLoads_AnnouncesItsTitle() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        var challenge = await JourneyChallenge.MakeAsync(page);
        await challenge.JoinAsync(page);
        await page.GotoAsync("/today");
        var team = page.GetByRole(AriaRole.Link, new() { Name = "Blue", Exact = true });
        await Expect(team).ToBeVisibleAsync();
        await page.EvaluateAsync(RecordTitles);

        await team.ClickAsync();
        await Expect(page).ToHaveTitleAsync("Blue · Stretch Challenge");

        Assert.Equal("Team · Stretch Challenge", await page.EvaluateAsync<string>("announced.at(-1)"));
    });

    [Theory]
    [InlineData("/today")]
    [InlineData("/challenges/new")]
    public Task Focus_ZoomedIn_IsAboveTheNavigation(string path) => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Olga").SignUpAsync(page);
        await page.SetViewportSizeAsync(320, 256);
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(CoveredFocus));
        }
    }, path.Replace('/', '-'));

    [Fact]
    public Task Player_InGermanAt200Percent_ShowsAllItsButtons() => TravelAsync(async () =>
    {
        var page = await VisitAsync(locale: "de-DE");
        var newcomer = new NewUser("Olga");
        await page.PostAsync("/api/account/register", new
        {
            email = newcomer.Email, password = newcomer.Password, displayName = newcomer.Name, timeZone = NoonZone.Id,
        });
        await page.SetViewportSizeAsync(640, 400);
        await page.GotoAsync("/today");
        await ShortRoutine.PrepareAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("starten$") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gelesen, los geht es" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();

        Assert.Equal("", await page.EvaluateAsync<string>(Overlapping));
    });

    [Fact]
    public Task SignUp_EmailTaken_IsForgottenOnSigningIn() => TravelAsync(async () =>
    {
        var organiser = await VisitAsync();
        var olga = new NewUser("Olga");
        await olga.SignUpAsync(organiser);
        var challenge = await JourneyChallenge.MakeAsync(organiser);
        var page = await VisitAsync();
        await page.GotoAsync($"/join/{challenge.Code}");
        await olga.FillInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("join", RegexOptions.IgnoreCase) }).Last.ClickAsync();
        await Expect(page.Locator("[aria-invalid='true'], [role='alert']").First).ToBeVisibleAsync();

        await page.GetByText("I have an account", new() { Exact = false }).ClickAsync();

        await Expect(page.Locator("[aria-invalid='true'], [role='alert']")).ToHaveCountAsync(0);
    });
}
