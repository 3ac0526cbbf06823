using System.Text.Json;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>
/// A third language takes a file of messages and its code in the settings: every screen then speaks it, and has room for
/// words that are longer by two fifths. Axe finds nothing on the page of the design system, which has each component in
/// every state.
/// </summary>
[Collection(SiteTests.Name)]
public sealed class TestBuildTests(Site site, TestBuild build) : Journey(site), IClassFixture<TestBuild>
{
    private const string Person = "Ewa";

    private static readonly string[] Catalogue = ["/api/exercises", "/api/exercises/plank", "/api/routines", "/api/programme"];

    [Fact]
    public Task PublicScreens_InAThirdLanguage_AreTranslatedAndFit() => TravelAsync(async () =>
    {
        var page = await VisitAsync(locale: TestBuild.Language);
        await build.ServeAsync(page);
        await AssertAllFitAsync(
            page, "/", "/join", "/join/ZZZZZZZZ", "/sign-in", "/sign-up", "/help", "/exercises", "/exercises/plank", "/live/ZZZZZ9", "/wall/unknown", "/nowhere");
    });

    [Fact]
    public Task ScreensOfAMember_InAThirdLanguage_AreTranslatedAndFit() => TravelAsync(async () =>
    {
        var page = await VisitAsync(locale: TestBuild.Language);
        await new NewUser(Person).SignUpAsync(page);
        await build.ServeAsync(page);
        await AssertAllFitAsync(page, "/today", "/boards", "/challenges");

        var challenge = await JourneyChallenge.MakeAsync(page);
        await challenge.JoinAsync(page);
        await page.PostAsync("/api/self-tests", new { straightLegRaise = new { left = 61, right = 65 }, sitAndReach = -3.5, backFeeling = 6 });
        var session = await page.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "gentle" });
        var wall = await page.PostAsync($"/api/challenges/{challenge.Id}/walls", new { });
        var boards = $"/challenges/{challenge.Id}/boards";
        await AssertAllFitAsync(
            page, "/today", "/progress", "/progress/self-tests", "/challenges", "/challenges/new", $"/challenges/{challenge.Id}", $"/teams/{challenge.Team}", boards,
            $"{boards}?board=teamPoints", $"{boards}?board=personConsistency", $"{boards}?board=personStreak", "/me", $"/join/{challenge.Code}",
            $"/wall/{wall.GetProperty("token")}", $"/live/{session.GetProperty("code")}",
            $"/challenges/{challenge.Id}/manage", $"/challenges/{challenge.Id}/manage/people", $"/challenges/{challenge.Id}/manage/teams",
            $"/challenges/{challenge.Id}/manage/invitations", $"/challenges/{challenge.Id}/manage/participation",
            $"/challenges/{challenge.Id}/manage/corrections", $"/challenges/{challenge.Id}/manage/results", "/help/privacy");
    });

    [Fact]
    public Task Routine_InAThirdLanguage_IsTranslatedAndFitsFromItsNotesToItsEnd() => TravelAsync(async () =>
    {
        var page = await VisitAsync(locale: TestBuild.Language);
        await new NewUser(Person).SignUpAsync(page);
        await build.ServeAsync(page);
        var answers = await AnswersAsync(page);
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Week 1") }).ClickAsync();
        var notes = page.GetByRole(AriaRole.Dialog);
        await Expect(notes).ToBeVisibleAsync();
        await TestBuild.AssertFitsAsync(page, answers);

        var run = await page.RunAndWaitForResponseAsync(() => notes.GetByRole(AriaRole.Button).Last.ClickAsync(), "**/api/runs");
        answers.AddRange(TextsOf(await run.JsonAsync() ?? default));
        await Expect(page.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Space");
        await TestBuild.AssertFitsAsync(page, answers);
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Timer)).ToHaveCountAsync(0);
        await TestBuild.AssertFitsAsync(page, answers);
    });

    [Fact]
    public Task DesignSystem_Audited_HasNoViolation() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await build.ServeAsync(page);
        await Axe.AuditAsync(page, "/dev/ui");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Design system" })).ToBeVisibleAsync();
    });

    private static async Task AssertAllFitAsync(IPage page, params string[] paths)
    {
        var answers = await AnswersAsync(page);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await TestBuild.AssertFitsAsync(page, answers);
        }
    }

    /// <summary>The texts of the server: the catalogue's, and the names that people gave.</summary>
    private static async Task<List<string>> AnswersAsync(IPage page)
    {
        List<string> answers = [Person, "Spring stretch", "Blue", "Chrome, Linux"];
        foreach (var path in Catalogue)
        {
            answers.AddRange(TextsOf(await page.GetAsync(path)));
        }

        return answers;
    }

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => TextsOf(property.Value)),
        _ => [],
    };
}
