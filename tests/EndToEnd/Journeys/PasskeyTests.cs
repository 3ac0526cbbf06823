using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Passkeys, on an authenticator that Chromium provides.</summary>
[Collection(SiteTests.Name)]
public sealed class PasskeyTests : Journey
{
    private readonly Site _site;

    public PasskeyTests(Site site)
        : base(site) => _site = site;

    [Fact]
    public Task Newcomer_SignsUpWithAPasskeyAlone_ComesBackAndDeletesTheAccount() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await AddAuthenticatorAsync(page);
        // Passkeys are bound to a name, not to an IP address.
        var named = new UriBuilder(_site.Address) { Host = "localhost" }.Uri;
        var user = new NewUser("Paola");

        await page.GotoAsync($"{named}sign-up");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead of a password" }).ClickAsync();
        await Expect(page.GetByLabel("Your name")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Your name").FillAsync("Paola");
        await page.GetByLabel("E-mail").FillAsync(user.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead of a password" }).ClickAsync();
        await page.WaitForURLAsync("**/today");

        await page.GotoAsync($"{named}me");
        var passkeys = page.GetByRole(AriaRole.List, new() { Name = "Passkeys" });
        await Expect(passkeys.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await passkeys.GetByRole(AriaRole.Button).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("You could not sign in any more without it")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByLabel("Current password")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await page.GotoAsync($"{named}sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/today");

        await page.GotoAsync($"{named}me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete account…" }).ClickAsync();
        await Expect(dialog.GetByLabel("Your password")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
        await page.WaitForURLAsync(named.ToString());
        await page.GotoAsync($"{named}sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page.GetByText("This passkey was not accepted")).ToBeVisibleAsync();
    });

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
