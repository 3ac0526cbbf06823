using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The language follows the browser, and whoever wants another one sets it.</summary>
[Collection(SiteTests.Name)]
public sealed class LanguageTests(Site site) : Journey(site)
{
    [Fact]
    public Task Newcomer_WithAGermanBrowser_ReadsGermanUntilTheyChooseEnglishAndBack() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone, locale: "de-DE");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Jeden Arbeitstag kurz dehnen, gemeinsam." })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");

        await SignUpAsync(page, "Uta");
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Woche 1, am Schreibtisch starten" });
        await Expect(start).ToBeVisibleAsync();

        await page.GotoAsync("/me");
        await page.GetByLabel("Sprache", new() { Exact = true }).SelectOptionAsync("English");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Me", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GotoAsync("/today");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start Week 1, at the desk" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync("/me");
        await page.GetByLabel("Language").SelectOptionAsync("As my browser");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ich", Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync("/today");
        await Expect(start).ToBeVisibleAsync();
    });

    [Fact]
    public Task Switch_SignedOut_ChangesTheLanguageAndStays() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/exercises/plank");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plank", Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Unterarmstütz", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "So geht es" })).ToBeVisibleAsync();
        await page.GotoAsync("/help");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Wie oft soll ich dehnen?" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Switch_WhereNothingIsStored_ChangesTheLanguageAndSaysHowLong() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.AddInitScriptAsync(KeptRuns.NoStorage);
        await page.GotoAsync("/help");
        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Wie oft soll ich dehnen?" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Dieser Browser merkt sich deine Wahl nicht")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Mistakes_InGerman_AreToldInGerman() => TravelAsync(async () =>
    {
        var page = await VisitAsync(locale: "de-AT");
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-Mail").FillAsync("niemand@example.com");
        await page.GetByLabel("Passwort").FillAsync("falsches Passwort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("E-Mail oder Passwort stimmt nicht");

        await page.GotoAsync("/live/ABC234");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Zu diesem Code gibt es keine Pause.");
    });

    private static async Task SignUpAsync(IPage page, string name)
    {
        var newcomer = new NewUser(name);
        await page.GotoAsync("/sign-up");
        await page.GetByLabel("Dein Name").FillAsync(newcomer.Name);
        await page.GetByLabel("E-Mail").FillAsync(newcomer.Email);
        await page.GetByLabel("Passwort").FillAsync(newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Konto anlegen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Heute", Exact = true })).ToBeVisibleAsync();
    }
}
