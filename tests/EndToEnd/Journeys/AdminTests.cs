using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>What a site administrator does, on a site of their own: its first account is theirs.</summary>
public sealed class AdminTests(Site site) : Journey(site), IClassFixture<Site>
{
    [Fact]
    public Task Administrator_DoesEverythingOnThePages() => TravelAsync(async () =>
    {
        var (root, ben) = (await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Root").SignUpAsync(root);
        var user = new NewUser("Ben");
        await user.SignUpAsync(ben);
        var challenge = await JourneyChallenge.MakeAsync(root);

        // By way of Me to the accounts; Ben, who is no administrator, is told that there is nothing.
        await ben.GotoAsync("/me");
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Password and devices" })).ToBeVisibleAsync();
        await Expect(ben.GetByRole(AriaRole.Link, new() { Name = "Administer this site" })).ToHaveCountAsync(0);
        await ben.GotoAsync("/admin");
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nothing here");
        await root.GotoAsync("/me");
        await root.GetByRole(AriaRole.Link, new() { Name = "Administer this site" }).ClickAsync();
        await Expect(root).ToHaveTitleAsync("Administration · Stretch Challenge");

        await DisableAndEnableAsync(root, ben, user);
        await ResetPasswordAsync(root, ben, user);
        await CloseRegistrationAsync(root, challenge);

        await OpenAsync(root, "All challenges");
        await Expect(root.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Spring" })).ToContainTextAsync("2 people");

        await OpenAsync(root, "Storage and health");
        await Expect(root.GetByText("Database answers and takes changes").Locator("..")).ToContainTextAsync("Good");
        await root.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        await Expect(root.GetByText(new Regex("^Backed up: ledger-.*Z\\.db, "))).ToBeVisibleAsync();

        await OpenAsync(root, "Audit log");
        var log = root.GetByRole(AriaRole.List, new() { Name = "Audit log" });
        await Expect(log).ToContainTextAsync("made the backup ledger-");
        await Expect(log).ToContainTextAsync("changed who may register: By invitation");
        await Expect(log).ToContainTextAsync("set a new password by a link.");
        await Expect(log).ToContainTextAsync("disabled the account of");
    });

    private static async Task DisableAndEnableAsync(IPage root, IPage ben, NewUser user)
    {
        await root.GetByLabel("Name or e-mail").FillAsync(user.Email.ToUpperInvariant());
        await root.Keyboard.PressAsync("Enter");
        var accounts = root.GetByRole(AriaRole.List, new() { Name = "Accounts" });
        await Expect(accounts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await root.GetByRole(AriaRole.Button, new() { Name = "Actions for Ben" }).ClickAsync();

        await ActAsync(root, "Disable the account", "Disable the account");
        await Expect(accounts).ToContainTextAsync("Disabled");
        await ben.GotoAsync("/sign-in");
        await ben.GetByLabel("E-mail").FillAsync(user.Email);
        await ben.GetByLabel("Password").FillAsync(user.Password);
        await ben.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Alert)).ToContainTextAsync("This account is disabled.");

        await ActAsync(root, "Enable the account", "Enable the account");
        await ActAsync(root, "Make administrator", "Make administrator");
        await Expect(accounts).ToContainTextAsync("Administrator");
        await ActAsync(root, "Remove as administrator", "Remove as administrator");
        await ActAsync(root, "Sign out everywhere", "Sign out everywhere");
        await user.SignInAsync(ben);
    }

    private static async Task ResetPasswordAsync(IPage root, IPage ben, NewUser user)
    {
        await ActAsync(root, "Link for a new password", "Make the link");
        var link = new Uri(await root.GetByLabel("The link is shown only now:").InputValueAsync());
        await ben.GotoAsync(link.AbsolutePath);
        await ben.GetByLabel("New password").FillAsync("short");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(ben.GetByLabel("New password")).ToHaveAccessibleDescriptionAsync(new Regex("at least 8"));
        await ben.GetByLabel("New password").FillAsync("calmer hamstrings");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(ben.GetByText("Your new password is set.")).ToBeVisibleAsync();

        await ben.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await ben.GetByLabel("E-mail").FillAsync(user.Email);
        await ben.GetByLabel("Password").FillAsync("calmer hamstrings");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();
    }

    private async Task CloseRegistrationAsync(IPage root, JourneyChallenge challenge)
    {
        await OpenAsync(root, "Registration");
        await root.GetByText("By invitation", new() { Exact = true }).ClickAsync();
        await root.GetByLabel("Only e-mails of these domains").FillAsync("nodots");
        await root.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(root.GetByLabel("Only e-mails of these domains")).ToHaveAccessibleDescriptionAsync(new Regex("such as example.com\\.$"));
        await root.GetByLabel("Only e-mails of these domains").FillAsync("example.com, example.org");
        await root.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(root.GetByText("Saved.")).ToBeVisibleAsync();

        var newcomer = await VisitAsync(Device.Phone);
        await newcomer.GotoAsync("/sign-up");
        await Expect(newcomer.GetByText("You need an invitation to make an account here")).ToBeVisibleAsync();
        await newcomer.GotoAsync($"/join/{challenge.Code}");
        await Expect(newcomer.GetByText("Use an e-mail of example.com, example.org.")).ToBeVisibleAsync();
        await new NewUser("Cleo").FillInAsync(newcomer);
        await newcomer.GetByRole(AriaRole.Button, new() { Name = "Create account and join" }).ClickAsync();
        await Expect(newcomer.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();

        await root.GetByText("Anybody", new() { Exact = true }).ClickAsync();
        await root.GetByLabel("Only e-mails of these domains").FillAsync("");
        await root.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(root.GetByLabel("Only e-mails of these domains")).ToHaveValueAsync("");
    }

    private static Task OpenAsync(IPage page, string part) =>
        page.GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();

    private static async Task ActAsync(IPage page, string action, string yes)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = yes, Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
