using System.Text.Json;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>axe-core finds nothing on any page, and none scrolls sideways: wide and narrow, light and dark.</summary>
[Collection(SiteTests.Name)]
public sealed class AccessibilityTests(Site site) : Journey(site)
{
    private static readonly string[] Boards =
        ["", "?board=teamPoints", "?board=personConsistency", "?board=personStreak"];

    // A hidden input is shown by its label; wholly covered is what WCAG 2.4.11 does not allow.
    private const string CoveredFocus =
        """
        () => {
            const focused = document.activeElement;
            if (!focused || focused === document.body || focused.id === 'main') return null;
            const shown = focused.closest('label') ?? focused;
            const { left, right, top, bottom } = shown.getBoundingClientRect();
            const isSeen = [0.1, 0.5, 0.9].some((part) => {
                const at = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
                return at !== null && (shown.contains(at) || at.contains(shown));
            });
            return isSeen ? null : focused.outerHTML.slice(0, 120);
        }
        """;

    private const string CutOffWithTextSpacing =
        """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                p { margin-bottom: 2em !important }`);
            document.adoptedStyleSheets = [sheet];
            const cut = [...document.querySelectorAll('main *, nav *')].filter((element) =>
                getComputedStyle(element).overflow === 'hidden' && !element.closest('.visually-hidden, svg')
                && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
            const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
            return [...wide, ...cut.map(({ outerHTML }) => outerHTML.slice(0, 120))];
        }
        """;

    [Fact]
    public Task PublicPages_Audited_HaveNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        foreach (var path in new[]
        {
            "/", "/join", "/join/ZZZZZZZZ", "/sign-in", "/sign-up", "/help", "/exercises", "/exercises/plank",
            "/exercises/headstand", "/live/ZZZZZ9", "/wall/unknown", "/nowhere",
        })
        {
            await Axe.AuditAsync(page, path);
        }
    });

    [Fact]
    public Task PagesOfANewcomer_Audited_HaveNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Eve").SignUpAsync(page);
        foreach (var path in new[]
        {
            "/today", "/boards", "/progress", "/progress/self-tests", "/challenges", "/challenges/new", "/me",
            "/challenges/unknown", "/teams/unknown", "/play/unknown",
        })
        {
            await Axe.AuditAsync(page, path);
        }
    });

    [Fact]
    public Task PagesOfAChallenge_Audited_HaveNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Eve").SignUpAsync(page);
        var (challenge, code, team) = await CreateChallengeAsync(page);
        await MeasureAsync(page);
        string[] paths =
        [
            "/today", "/progress", "/progress/self-tests", "/challenges", $"/challenges/{challenge}", $"/teams/{team}",
            $"/join/{code}", .. Boards.Select(board => $"/challenges/{challenge}/boards{board}"),
        ];
        foreach (var path in paths)
        {
            await Axe.AuditAsync(page, path);
        }
    });

    [Fact]
    public Task PagesOfTheDemo_Audited_HaveNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around a demo challenge" }).ClickAsync();
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var boards = new Uri(page.Url).AbsolutePath;
        string[] paths = ["/today", "/progress", "/me", .. Boards.Select(board => boards + board)];
        foreach (var path in paths)
        {
            await Axe.AuditAsync(page, path);
        }
    });

    [Fact]
    public Task Routine_AuditedFromItsNotesToItsEnd_HasNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Eve").SignUpAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Axe.AuditAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Axe.AuditAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Axe.AuditAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Well done!" })).ToBeVisibleAsync();
        await Axe.AuditAsync(page);
        await Axe.AuditAsync(page, "/today");
    });

    [Fact]
    public Task FocusedControls_ZoomedInFourfold_AreNotUnderABar() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Eve").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        await page.SetViewportSizeAsync(320, 256);
        await AssertNothingCoversTheFocusAsync(page);
        foreach (var path in new[] { "/today", "/challenges/new", "/me" })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await AssertNothingCoversTheFocusAsync(page);
        }
    });

    [Fact]
    public Task Pages_WithTheSpacingOfText1412_LoseNoText() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await new NewUser("Eve").SignUpAsync(page);
        foreach (var path in new[] { "/", "/today", "/boards", "/me", "/challenges/new", "/help" })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.Empty(await page.EvaluateAsync<string[]>(CutOffWithTextSpacing));
        }
    });

    private static async Task AssertNothingCoversTheFocusAsync(IPage page)
    {
        List<string> covered = [];
        for (var stop = 0; stop < 45; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(CoveredFocus) is { } control)
            {
                covered.Add(control);
            }
        }

        Assert.True(covered.Count == 0, $"{page.Url}\n{string.Join('\n', covered.Distinct())}");
    }

    private static async Task MeasureAsync(IPage page)
    {
        foreach (var (left, right) in new[] { (61, 65), (64, 66) })
        {
            var result = new { straightLegRaise = new { left, right }, sitAndReach = -3.5, backFeeling = 6 };
            await PostAsync(page, "/api/self-tests", result);
        }
    }

    private static async Task<(string Challenge, string Code, string Team)> CreateChallengeAsync(IPage page)
    {
        var wish = new { name = "Spring stretch", startsOn = $"{NoonZone.Today:O}", timeZone = NoonZone.Id };
        var challenge = await PostAsync(page, "/api/challenges", wish);
        var (id, code) = (challenge.GetProperty("id").GetString()!, challenge.GetProperty("code").GetString()!);
        var team = await PostAsync(page, $"/api/challenges/{id}/teams", new { name = "Blue" });
        await PostAsync(page, "/api/challenges/join", new { code, team = "Blue" });
        return (id, code, team.GetProperty("id").GetString()!);
    }

    private static async Task<JsonElement> PostAsync(IPage page, string path, object body)
    {
        var response = await page.APIRequest.PostAsync(path, new() { DataObject = body });
        await Expect(response).ToBeOKAsync();
        return await response.JsonAsync() ?? default;
    }
}
