using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Forms say what is wrong beside the field, keep what was typed, and move focus there.</summary>
[Collection(SiteTests.Name)]
public sealed class MistakeTests(Site site) : Journey(site)
{
    [Fact]
    public Task Join_WrongCode_SaysSoBesideTheField() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await page.GotoAsync("/join");
        var code = page.GetByLabel("Invitation code");
        await code.FillAsync("NOT-A-CODE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Expect(code).ToHaveAccessibleDescriptionAsync(new Regex("No challenge has this code"));
        await Expect(code).ToBeFocusedAsync();
        await Expect(code).ToHaveValueAsync("NOT-A-CODE");
    });

    [Fact]
    public Task SignIn_WrongPassword_SaysSoAndKeepsTheAddress() => TravelAsync(async () =>
    {
        var newcomer = new NewUser("Cleo");
        await newcomer.SignUpAsync(await VisitAsync());

        var page = await VisitAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(newcomer.Email);
        await page.GetByLabel("Password").FillAsync("tense hamstrings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The e-mail or the password is wrong");
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync(newcomer.Email);

        await page.GetByLabel("Password").FillAsync(newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task SignUp_ShortPassword_SaysSoBesideTheField() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/sign-up");
        await new NewUser("Dan").FillInAsync(page);
        var password = page.GetByLabel("Password");
        await password.FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();

        await Expect(password).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(password).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Dan");
    });
}
