using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Pages that stay open until the next day.</summary>
[Collection(SiteTests.Name)]
[Trait("Category", "Faults")]
public sealed class NewDayTests(Site site) : Journey(site)
{
    [Fact]
    public Task Today_OpenUntilTomorrow_ShowsTheNewDay() => TravelAsync(async () =>
    {
        var page = await VisitAsync();
        await page.Clock.InstallAsync();
        await new NewUser("Nora").SignUpAsync(page);
        await Expect(page.GetByText(Written(NoonZone.Today))).ToBeVisibleAsync();
        await page.RouteAsync("**/api/today", AnswerTomorrowAsync);

        await page.Clock.FastForwardAsync("20:00:00");

        await Expect(page.GetByText(Written(NoonZone.Today.AddDays(1)))).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("/progress", "/api/progress?challenge={0}")]
    [InlineData("/challenges", "/api/challenges")]
    [InlineData("/challenges/{0}", "/api/challenges/{0}")]
    [InlineData("/challenges/{0}/boards", "/api/challenges")]
    public Task Page_OpenUntilTomorrow_LoadsAgain(string address, string call) => TravelAsync(
        async () =>
        {
            var page = await VisitAsync();
            await page.Clock.InstallAsync();
            await new NewUser("Nils").SignUpAsync(page);
            var challenge = await JourneyChallenge.MakeAsync(page);
            await challenge.JoinAsync(page);
            await page.GotoAsync(address.Replace("{0}", challenge.Id, StringComparison.Ordinal));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            await page.RunAndWaitForRequestAsync(
                () => page.Clock.FastForwardAsync("20:00:00"),
                request => request.Url.EndsWith(call.Replace("{0}", challenge.Id, StringComparison.Ordinal), StringComparison.Ordinal));
        },
        address.Replace('/', '-'));

    private static string Written(DateOnly date) => date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    private static async Task AnswerTomorrowAsync(IRoute route)
    {
        var response = await route.FetchAsync();
        var day = JsonNode.Parse(await response.TextAsync())!;
        day["date"] = $"{NoonZone.Today.AddDays(1):O}";
        await route.FulfillAsync(new() { Response = response, Body = day.ToJsonString() });
    }
}
