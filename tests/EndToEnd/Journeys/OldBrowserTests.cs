using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A browser that is too old for the client, such as that of a television, is told which ones are not.</summary>
[Collection(SiteTests.Name), Trait("Category", "Faults")]
public sealed class OldBrowserTests(Site site) : Journey(site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/wall/unknown")]
    public Task Page_InAnOldBrowser_SaysWhichBrowserIsNeeded(string path) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            await page.AddInitScriptAsync("for (const name of ['at', 'findLast', 'toSorted']) delete Array.prototype[name]; delete Intl.supportedValuesOf;");
            await page.GotoAsync(path);
            await Expect(page.GetByText("This browser is too old")).ToBeVisibleAsync();
        },
        path.Replace('/', '-'));
}
