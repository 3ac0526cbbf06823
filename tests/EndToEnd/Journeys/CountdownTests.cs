using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A routine by ear: what a screen reader says of the countdown.</summary>
[Collection(SiteTests.Name)]
public sealed class CountdownTests(Site site) : Journey(site)
{
    [Fact]
    public Task Announcements_OverAWholeRoutine_TellEachTurnOnce() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await LiveRegions.ListenAsync(page);
        // The figure's motion would be drawn for every moment that the clock is moved through.
        await page.InstallClockAsync();
        await new NewUser("Ida").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        Assert.True(await LiveRegions.IsSilentAsync(page.GetByRole(AriaRole.Timer)));

        await ShortRoutine.RunAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Well done!" })).ToBeVisibleAsync();
        var heard = await LiveRegions.HeardAsync(page, ShortRoutine.Announcements[0]);
        Assert.Equal(ShortRoutine.Announcements, heard.Take(ShortRoutine.Announcements.Length));
        Assert.Contains(heard, text => text.Contains("Your day counts."));
    });

    [Fact]
    public Task RemainingTime_AskedForByKey_IsTold() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await LiveRegions.ListenAsync(page);
        await new NewUser("Ida").SignUpAsync(page);
        await ShortRoutine.StartAsync(page);
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("t");

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Time left" })).ToHaveTextAsync("Time left: 0:05");
        Assert.Equal(["Plank", "Paused", "Time left: 0:05"], await LiveRegions.HeardAsync(page, "Plank"));
    });
}
