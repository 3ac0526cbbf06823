using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The live group desk break: in step on every screen, whatever happens to the network and to the server.</summary>
[Collection(LiveSiteTests.Name)]
public sealed class LiveBreakTests(LiveSite site) : Journey(site)
{
    private readonly LiveSite _site = site;

    [Fact]
    public Task Break_OneCutOffAndOneLate_AllInStepAndCredited() => TravelAsync(async () =>
    {
        var line = _site.Lay();
        var (anna, ben, cleo) = (await VisitAsync(), await VisitAsync(Device.Phone, line: line), await VisitAsync());
        var challenge = await CreateChallengeAsync(anna, new NewUser("Anna"));
        await EnterAsync(ben, new NewUser("Ben"), challenge);
        await EnterAsync(cleo, new NewUser("Cleo"), challenge);
        var wall = await HangWallAsync(anna, challenge);

        var code = await Break.OpenRoomAsync(anna);
        await Break.JoinAsync(ben, code);
        await Expect(wall.GetByText(code)).ToBeVisibleAsync();
        await Expect(wall.GetByText("2 people here")).ToBeVisibleAsync();

        await Break.LeadAsync(anna, "Start now");
        await Task.WhenAll(Break.ReachAsync(ben, 1), Break.ReachAsync(wall, 1));
        line.Cut();
        await Break.ReachAsync(anna, 2);
        await Break.LeadAsync(anna, "Pause");
        var stood = await Break.PausedAsync(anna);

        await Break.JoinAsync(cleo, code);
        line.Mend();
        Assert.Equal([stood, stood, stood], [await Break.PausedAsync(ben), await Break.PausedAsync(cleo), await Break.PausedAsync(wall)]);
        await Expect(cleo.GetByText("You came in a little late")).ToBeVisibleAsync();

        await Break.LeadAsync(anna, "Go on");
        await Task.WhenAll(Break.ReachAsync(anna, 4), Break.ReachAsync(ben, 4), Break.ReachAsync(cleo, 4), Break.ReachAsync(wall, 4));
        await Task.WhenAll(Break.CountedAsync(anna), Break.CountedAsync(ben));

        await cleo.GetByRole(AriaRole.Button, new() { Name = "Do the missed steps" }).ClickAsync(new() { Timeout = 60_000 });
        await Break.CountedAsync(cleo);
        await Expect(wall.GetByText("3 done today")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Break_ServerKilledInTheMiddle_AllBackInStepAndCredited() => TravelAsync(async () =>
    {
        var (anna, ben) = (await VisitAsync(line: _site.Lay()), await VisitAsync(Device.Phone, line: _site.Lay()));
        var challenge = await CreateChallengeAsync(anna, new NewUser("Anna"));
        await EnterAsync(ben, new NewUser("Ben"), challenge);
        var wall = await HangWallAsync(anna, challenge);
        var guest = await VisitAsync(Device.Phone, line: _site.Lay());

        var code = await Break.OpenRoomAsync(anna);
        await Break.JoinAsync(ben, code);
        await guest.GotoAsync($"/live/{code}");
        await guest.GetByLabel("Your name").FillAsync("Gül");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(anna.GetByText("3 people")).ToBeVisibleAsync();
        await Break.LeadAsync(anna, "Start now");
        await Break.ReachAsync(ben, 1);

        await _site.KillAndRestartAsync();
        foreach (var page in new[] { anna, ben, guest, wall })
        {
            await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        }

        await Break.LeadAsync(anna, "Pause");
        var stood = await Break.PausedAsync(anna);
        Assert.Equal([stood, stood, stood], [await Break.PausedAsync(ben), await Break.PausedAsync(guest), await Break.PausedAsync(wall)]);
        await Expect(anna.GetByRole(AriaRole.Button, new() { Name = "Who is here: 3 people" })).ToBeVisibleAsync();

        await Break.LeadAsync(anna, "Go on");
        await Task.WhenAll(Break.CountedAsync(anna), Break.CountedAsync(ben));
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Well done, together!" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Screens_Audited_HaveNoViolation() => TravelAsync(async () =>
    {
        var (host, guest) = (await VisitAsync(), await VisitAsync());
        var challenge = await CreateChallengeAsync(host, new NewUser("Anna"));
        var wall = await HangWallAsync(host, challenge);
        await Axe.AuditAsync(wall);
        var code = await Break.OpenRoomAsync(host);
        await guest.GotoAsync($"/live/{code}");
        await Expect(guest.GetByLabel("Your name")).ToBeVisibleAsync();
        await Axe.AuditAsync(guest);
        await guest.GetByLabel("Your name").FillAsync("Gül");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(host.GetByText("2 people")).ToBeVisibleAsync();
        await Expect(wall.GetByText(code)).ToBeVisibleAsync();
        await AuditAllAsync(host, guest, wall);

        await Break.LeadAsync(host, "Start now");
        await Break.ReachAsync(host, 1);
        await Break.LeadAsync(host, "Pause");
        await Task.WhenAll(Break.PausedAsync(wall), Break.PausedAsync(guest));
        await AuditAllAsync(host, guest, wall);
        await host.GetByRole(AriaRole.Button, new() { Name = "Who is here" }).ClickAsync();
        await Axe.AuditAsync(host);
        await host.Keyboard.PressAsync("Escape");
        await Break.LeadAsync(host, "Go on");
        await Axe.AuditAsync(guest);

        await Break.LeadAsync(host, "End");
        await Break.LeadAsync(host, "End it");
        await Expect(host.GetByRole(AriaRole.Button, new() { Name = "Do the routine alone" })).ToBeVisibleAsync();
        await AuditAllAsync(host, guest, wall);
    });

    [Fact]
    public Task Break_ByEar_TellsItsTurnsAndTheTimeLeftWhenAsked() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await LiveRegions.ListenAsync(page);
        await CreateChallengeAsync(page, new NewUser("Ida"));
        await Break.OpenRoomAsync(page);
        await Break.LeadAsync(page, "Start now");
        await Break.ReachAsync(page, 1);
        Assert.True(await LiveRegions.IsSilentAsync(page.GetByRole(AriaRole.Timer)));
        await Break.LeadAsync(page, "Pause");
        var stood = await Break.PausedAsync(page);
        await page.Keyboard.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Time left" })).ToHaveTextAsync($"Time left: {stood}");
        await Break.LeadAsync(page, "End");
        await Break.LeadAsync(page, "End it");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Do the routine alone" })).ToBeVisibleAsync();

        var heard = await LiveRegions.HeardAsync(page);
        var turns = heard.SkipWhile(text => !text.StartsWith("The break starts. ", StringComparison.Ordinal)).ToArray();
        Assert.NotEqual("The break starts. ", turns[0]);
        string[] expected = ["The break is paused.", $"Time left: {stood}", "The break is over."];
        Assert.Equal(expected, turns.SkipWhile(text => text != expected[0]).Take(expected.Length));
    });

    [Fact]
    public Task Break_TranslatedByTheBrowser_GoesOnInSight() => TravelAsync(async () =>
    {
        var (host, guest) = (await VisitAsync(), await VisitAsync());
        await CreateChallengeAsync(host, new NewUser("Anna"));
        var code = await Break.OpenRoomAsync(host);
        await Expect(host.GetByText("1 person")).ToBeVisibleAsync();
        await PageTranslation.TranslateAsync(host);
        await guest.GotoAsync($"/live/{code}");
        await guest.GetByLabel("Your name").FillAsync("Gül");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(host.GetByText("2 people")).ToBeVisibleAsync();
        await Expect(host.GetByText("Gül")).ToBeVisibleAsync();

        // One button from start to end: its focus is not lost.
        await Break.LeadAsync(host, "Start now");
        await Expect(host.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true })).ToBeFocusedAsync();
        await PageTranslation.TranslateAsync(guest);
        await Break.ReachAsync(guest, 1);
        await Break.LeadAsync(host, "Pause");
        await Expect(host.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true })).ToBeFocusedAsync();
        Assert.Equal(await Break.PausedAsync(host), await Break.PausedAsync(guest));
        await PageTranslation.TranslateAsync(guest);
        await Break.LeadAsync(host, "Go on");
        await Break.ReachAsync(guest, 2);
    });

    [Fact]
    public Task Guest_WithAWrongCode_IsToldBesideTheField() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await page.GotoAsync("/join");
        var code = page.GetByLabel("Invitation code");
        await code.FillAsync("ZZZZZ9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Expect(code).ToHaveAccessibleDescriptionAsync(new Regex("No break has this code"));
        await Expect(code).ToBeFocusedAsync();
    });

    private static async Task AuditAllAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await Axe.AuditAsync(page);
        }
    }

    private static async Task<JsonElement> CreateChallengeAsync(IPage page, NewUser newcomer)
    {
        await newcomer.SignUpAsync(page);
        var wish = new
        {
            name = "Spring stretch",
            startsOn = $"{NoonZone.Today:O}",
            timeZone = NoonZone.Id,
            // Whatever weekday it is, everybody is due.
            workDays = new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
        };
        var challenge = await PostAsync(page, "/api/challenges", wish);
        await PostAsync(page, $"/api/challenges/{challenge.GetProperty("id")}/teams", new { name = "Blue" });
        await JoinChallengeAsync(page, challenge);
        return challenge;
    }

    private static async Task EnterAsync(IPage page, NewUser newcomer, JsonElement challenge)
    {
        await newcomer.SignUpAsync(page);
        await JoinChallengeAsync(page, challenge);
    }

    private static async Task JoinChallengeAsync(IPage page, JsonElement challenge) =>
        await PostAsync(page, "/api/challenges/join", new { code = challenge.GetProperty("code").GetString(), team = "Blue" });

    private async Task<IPage> HangWallAsync(IPage organiser, JsonElement challenge)
    {
        var wall = await PostAsync(organiser, $"/api/challenges/{challenge.GetProperty("id")}/walls", new { });
        var screen = await VisitAsync(line: _site.Lay());
        await screen.GotoAsync($"/wall/{wall.GetProperty("token")}");
        await Expect(screen.GetByText("Spring stretch")).ToBeVisibleAsync();
        return screen;
    }

    private static async Task<JsonElement> PostAsync(IPage page, string path, object body)
    {
        var response = await page.APIRequest.PostAsync(path, new() { DataObject = body });
        Assert.True(response.Ok, await response.TextAsync());
        return await response.JsonAsync() ?? default;
    }
}
