using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Finding an exercise and reading how it is done, with or without an account.</summary>
[Collection(SiteTests.Name)]
public sealed class ExerciseTests(Site site) : Journey(site)
{
    [Fact]
    public Task List_Narrowed_KeepsItsFiltersInTheAddress() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/exercises");
        var links = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Expect(links).ToHaveCountAsync(46);

        await page.GetByLabel("At the desk").CheckAsync();
        await page.GetByLabel("Position").SelectOptionAsync("Seated");
        await page.GetByLabel("Search").FillAsync("CHAIR hamstring");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?desk=true&position=seated&q=CHAIR\+hamstring$"));
        await Expect(links).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Chair hamstring stretch on two chairs" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chair hamstring stretch on two chairs");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Search")).ToHaveValueAsync("CHAIR hamstring");
        await Expect(page.GetByLabel("At the desk")).ToBeCheckedAsync();
        await Expect(links).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Show all exercises" }).ClickAsync();
        await Expect(page.GetByLabel("Search")).ToHaveValueAsync("");
        await Expect(links).ToHaveCountAsync(46);
    });

    [Fact]
    public Task List_WithoutAHit_SaysSo() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await page.GotoAsync("/exercises?q=trampoline");
        await Expect(page.GetByText("No exercise fits all of this.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Detail_OpenedByItsAddress_TellsStepsDoseAndTheDiscMark() => TravelAsync(async () =>
    {
        var page = await VisitAsync(Device.Phone);
        await page.GotoAsync("/exercises/supine-strap");
        await Expect(page).ToHaveTitleAsync(new Regex("^Supine hamstring stretch"));
        await Expect(page.GetByText("Not for a disc injury")).ToBeVisibleAsync();
        await Expect(page.GetByText("15–30 seconds")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How it is done" })).ToBeVisibleAsync();

        await page.GotoAsync("/exercises/knees-to-chest");
        await Expect(page.GetByText("Fine with a disc injury")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Detail_OfNoExercise_SaysSo() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/exercises/headstand");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing here" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no exercise");
    });
}
