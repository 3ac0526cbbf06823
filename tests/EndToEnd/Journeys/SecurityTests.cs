using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>No page asks another site for anything, breaks its own policy, or takes anybody's words for markup.</summary>
[Collection(SiteTests.Name)]
public sealed class SecurityTests(Site site) : Journey(site)
{
    /// <summary>What the pages' own policy must say of each kind of content, exactly.</summary>
    private const string RouteAnnouncer = "style-src 'self' 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

    private readonly Site _site = site;

    [Fact]
    public Task EveryRoute_Walked_KeepsToItselfAndItsPolicy() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        var watchman = await PageMonitor.OfAsync(page, _site.Address);
        await WalkAsync(page, "/", "/join", "/sign-in", "/sign-up", "/help", "/exercises", "/exercises/plank", "/wall/nothing", "/nowhere");

        await new NewUser("Eve").SignUpAsync(page);
        var challenge = await JourneyChallenge.MakeAsync(page);
        await challenge.JoinAsync(page);
        var wall = await page.PostAsync($"/api/challenges/{challenge.Id}/walls", new { });
        var room = await page.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });
        await WalkAsync(
            page,
            "/today",
            "/boards",
            $"/challenges/{challenge.Id}/boards",
            $"/challenges/{challenge.Id}/boards?board=personStreak",
            $"/teams/{challenge.Team}",
            "/progress",
            "/progress/self-tests",
            "/challenges",
            "/challenges/new",
            $"/challenges/{challenge.Id}",
            "/me",
            $"/join/{challenge.Code}",
            $"/live/{room.GetProperty("code")}",
            $"/wall/{wall.GetProperty("token")}",
            "/play/nothing");
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
        await Expect(page.GetByText("Your day counts.")).ToBeVisibleAsync();

        Assert.Empty(watchman.Faults);
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/today")]
    [InlineData("/live/K7WQ2M")]
    [InlineData("/wall/a-token")]
    public Task Page_HasAPolicyWithoutUnsafeInline(string path) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            await page.GotoAsync(path);

            var policy = await page.Locator("meta[http-equiv='content-security-policy' i]").First.GetAttributeAsync("content");

            Assert.NotNull(policy);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains(RouteAnnouncer, policy, StringComparison.Ordinal);
        },
        path.Replace('/', '-'));

    public static TheoryData<string, string> HostileNames { get; } = new()
    {
        { "markup", "<img src=x onerror=alert(1)>" },
        { "closing", "</td></script><b>{{7*7}}${7*7}" },
        { "rightToLeft", "\u202Egnimoc\u202C שלום" },
        { "emoji", string.Concat(Enumerable.Repeat("🧘", 20)) },
        { "joined", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧" },
        { "zeroWidth", "Z\u200Be\u200Br\uFEFFo" },
        { "long", new string('W', 40) },
        { "combining", "Z" + new string('\u0335', 30) },
    };

    [Theory]
    [MemberData(nameof(HostileNames))]
    public Task HostileName_OfAPersonATeamAndAChallenge_IsOnlyText(string kind, string name) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            var watchman = await PageMonitor.OfAsync(page, _site.Address);
            await new NewUser("Mallory").SignUpAsync(page);
            await page.PutAsync("/api/account", new { displayName = name, showName = true });
            var challenge = await JourneyChallenge.MakeAsync(page, name, name);
            await challenge.JoinAsync(page);
            var wall = await page.PostAsync($"/api/challenges/{challenge.Id}/walls", new { });
            var room = await page.PostAsync("/api/sessions", new { challengeId = challenge.Id, routineId = "desk-break-3" });
            var shown = (await page.GetAsync("/api/account")).GetProperty("displayName").GetString()!;

            await page.SetViewportSizeAsync(320, 640);
            foreach (var path in new[]
            {
                "/today",
                "/challenges",
                $"/challenges/{challenge.Id}",
                $"/challenges/{challenge.Id}/boards",
                $"/challenges/{challenge.Id}/boards?board=personStreak",
                $"/teams/{challenge.Team}",
                "/me",
                $"/join/{challenge.Code}",
                $"/live/{room.GetProperty("code")}",
                $"/wall/{wall.GetProperty("token")}",
            })
            {
                await page.GotoAsync(path);
                await Expect(page.Locator("body")).ToContainTextAsync(shown, new() { UseInnerText = false });
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await Expect(page.Locator("img[src=x], [onerror]")).ToHaveCountAsync(0);
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, $"{path} is wider than its screen.");
            }

            Assert.Empty(watchman.Faults);
        },
        $"-{kind}");

    private static async Task WalkAsync(IPage page, params string[] paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
    }
}
