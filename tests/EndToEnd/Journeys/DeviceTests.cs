using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The own password, and where one is signed in.</summary>
[Collection(SiteTests.Name)]
public sealed class DeviceTests(Site site) : Journey(site)
{
    [Fact]
    public Task Member_ChangesThePasswordAndEndsADevice() => TravelAsync(async () =>
    {
        var (page, other, third) = (await VisitAsync(), await VisitAsync(Device.Phone), await VisitAsync());
        var user = new NewUser("Dora");
        await user.SignUpAsync(page);
        await user.SignInAsync(other);
        await user.SignInAsync(third);

        await page.GotoAsync("/me");
        var devices = page.GetByRole(AriaRole.List, new() { Name = "Where you are signed in" });
        await Expect(devices.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(devices.GetByText("This device")).ToHaveCountAsync(1);
        await devices.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sign out") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(devices.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        await page.GetByLabel("Current password").FillAsync("not this one");
        await page.GetByLabel("New password").FillAsync("calmer hamstrings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByLabel("Current password")).ToHaveAccessibleDescriptionAsync(new Regex("not your password"));
        await page.GetByLabel("Current password").FillAsync(user.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByText("Your password is changed")).ToBeVisibleAsync();
        await Expect(devices.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);

        await page.ReloadAsync();
        await Expect(devices.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        foreach (var ended in new[] { other, third })
        {
            await ended.GotoAsync("/today");
            await Expect(ended.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        }
    });
}
