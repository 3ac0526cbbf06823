using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>axe-core finds nothing serious on the main pages, in either colour scheme, at a desk or on a phone.</summary>
[Collection(SiteTests.Name)]
public sealed class AccessibilityTests(Site site) : Journey(site)
{
    [Theory]
    [InlineData(Device.Desk, ColorScheme.Light)]
    [InlineData(Device.Desk, ColorScheme.Dark)]
    [InlineData(Device.Phone, ColorScheme.Light)]
    [InlineData(Device.Phone, ColorScheme.Dark)]
    public Task Pages_Audited_HaveNoSeriousViolation(Device device, ColorScheme colours) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync(device, colours);
            foreach (var path in new[] { "/", "/join", "/sign-in", "/sign-up", "/help", "/exercises", "/exercises/plank" })
            {
                await AuditAsync(page, path);
            }

            await new Newcomer("Eve").SignUpAsync(page);
            var (challenge, code) = await FoundAsync(page);
            await MeasureAsync(page);
            foreach (var path in new[]
            {
                "/today", "/progress", "/progress/self-tests", "/challenges", "/challenges/new", "/me", "/exercises", "/help",
            })
            {
                await AuditAsync(page, path);
            }

            await AuditAsync(page, $"/challenges/{challenge}");
            await AuditAsync(page, $"/challenges/{challenge}/boards");
            await AuditAsync(page, $"/join/{code}");
            await page.GotoAsync("/today");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start Week") }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await Axe.AuditAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "I have read this, start" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
            await Axe.AuditAsync(page);
        },
        $"-{device}-{colours}");

    private static async Task AuditAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Axe.AuditAsync(page);
    }

    private static async Task MeasureAsync(IPage page)
    {
        foreach (var (left, right) in new[] { (61, 65), (64, 66) })
        {
            var result = new { straightLegRaise = new { left, right }, sitAndReach = -3.5, backFeeling = 6 };
            await Expect(await page.APIRequest.PostAsync("/api/self-tests", new() { DataObject = result })).ToBeOKAsync();
        }
    }

    private static async Task<(string Challenge, string Code)> FoundAsync(IPage page)
    {
        var wish = new { name = "Spring stretch", startsOn = $"{NoonZone.Today:O}", timeZone = NoonZone.Id };
        var response = await page.APIRequest.PostAsync("/api/challenges", new() { DataObject = wish });
        var challenge = (await response.JsonAsync())!.Value;
        return (challenge.GetProperty("id").GetString()!, challenge.GetProperty("code").GetString()!);
    }
}
