using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Looking around without an account.</summary>
[Collection(SiteTests.Name)]
public sealed class DemoTests(Site site) : Journey(site)
{
    [Fact]
    public Task Demo_ByOneClick_ShowsABoardThatMoves() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around a demo challenge" }).ClickAsync();

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var board = page.GetByRole(AriaRole.Table);
        await Expect(board.GetByRole(AriaRole.Row)).ToHaveCountAsync(1 + 6);
        var before = await board.InnerTextAsync();
        await Expect(board).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
    });
}
