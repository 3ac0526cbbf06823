using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Entering self-tests, seeing them, and deleting them.</summary>
[Collection(SiteTests.Name)]
public sealed class SelfTestTests(Site site) : Journey(site)
{
    [Fact]
    public Task Results_EnteredAndDeleted_ShowAndVanish() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await new NewUser("Hal").SignUpAsync(page);
        await page.GotoAsync("/progress/self-tests");

        await EnterAsync(page, left: "62", missing: "4.5", feeling: "7");
        await EnterAsync(page, left: "68", missing: "2", feeling: "8");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Line chart, Straight-leg raise. Left: from 62° to 68°." })).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex("Sit-and-reach: [-−]4.5 cm"))).ToBeVisibleAsync();
        await page.GetByText("Show as a table: Straight-leg raise").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "62°" })).ToBeVisibleAsync();

        var deleteOne = page.GetByRole(AriaRole.Button, new() { Name = "Delete the result of" });
        await Expect(deleteOne).ToHaveCountAsync(2);
        await deleteOne.First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Expect(deleteOne).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete all results" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete all", Exact = true }).ClickAsync();
        await Expect(page.GetByText("No results yet.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Result_OutOfRange_IsRefusedBesideTheField() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await new NewUser("Ida").SignUpAsync(page);
        await page.GotoAsync("/progress/self-tests");
        var left = page.GetByLabel("Left leg, in degrees");
        await left.FillAsync("130");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
        await Expect(left).ToHaveAccessibleDescriptionAsync(new Regex("from 0 to 120"));
        await Expect(left).ToBeFocusedAsync();
        await Expect(left).ToHaveValueAsync("130");

        await left.FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at least one value");
    });

    private static async Task EnterAsync(IPage page, string left, string missing, string feeling)
    {
        await page.GetByLabel("Left leg, in degrees").FillAsync(left);
        await page.GetByText("Short of the toes", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Distance, in centimetres").FillAsync(missing);
        var back = page.GetByRole(AriaRole.Group, new() { Name = "Your low back today" });
        await back.GetByText(feeling, new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the result" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
    }
}
