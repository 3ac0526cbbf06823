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
