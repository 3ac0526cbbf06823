using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Somebody who makes an account.</summary>
/// <param name="Name">The name that others see.</param>
public sealed record NewUser(string Name)
{
    /// <summary>An address that nobody else has.</summary>
    public string Email { get; } = $"{Guid.NewGuid():N}@example.com";

    /// <summary>Long enough.</summary>
    public string Password { get; } = "calm hamstrings";

    /// <summary>Fills in the account's part of the form at hand.</summary>
    public async Task FillInAsync(IPage page)
    {
        await page.GetByLabel("Your name").FillAsync(Name);
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
    }

    /// <summary>Makes the account from the sign-up page, of the page's own site or of the one at an address.</summary>
    public async Task SignUpAsync(IPage page, Uri? site = null)
    {
        await page.GotoAsync($"{site?.ToString() ?? "/"}sign-up");
        await FillInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await IsOnTodayAsync(page);
    }

    /// <summary>Signs in again.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await IsOnTodayAsync(page);
    }

    private static Task IsOnTodayAsync(IPage page) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();
}
