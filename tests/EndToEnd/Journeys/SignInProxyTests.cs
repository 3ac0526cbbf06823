using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A workplace whose proxy wants a sign-in of its own, on a device that keeps the client.</summary>
[Collection(SiteTests.Name)]
[Trait("Category", "Faults")]
public sealed class SignInProxyTests(Site site) : Journey(site)
{
    private readonly Site _site = site;

    [Theory]
    [InlineData("today", "Today")]
    [InlineData("", "Today")]
    public Task Page_WhileTheProxyAsksForItsSignIn_LeadsThereAndBack(string path, string heading) => TravelAsync(
        async () =>
        {
            await using var proxy = new SignInProxy();
            await using var server = new ReplaceableServer(_site.Address);
            var page = await VisitAsync(keeps: true);
            await new NewUser("Paula").SignUpAsync(page, server.Address);
            await page.EvaluateAsync(KeepsCatalogue);
            server.StandBehind(proxy);

            await page.GotoAsync($"{server.Address}{path}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your workplace" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new(heading) }).First).ToBeVisibleAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(server.Address.ToString())}(today)?$"));
        },
        path);

    [Fact]
    public Task Form_WhileTheProxyAsksForItsSignIn_KeepsItsInputAndShowsTheWay() => TravelAsync(async () =>
    {
        await using var proxy = new SignInProxy();
        await using var server = new ReplaceableServer(_site.Address);
        var page = await VisitAsync(keeps: true);
        await new NewUser("Petra").SignUpAsync(page, server.Address);
        await page.EvaluateAsync(KeepsCatalogue);
        await page.GotoAsync($"{server.Address}me");
        var name = page.GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Petra at work");
        server.StandBehind(proxy);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.GetByText("Your network asks you to sign in first.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeHiddenAsync();
        await Expect(name).ToHaveValueAsync("Petra at work");

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Expect(name).ToHaveValueAsync("Petra");
        await Expect(page).ToHaveURLAsync(new Regex("/me$"));
    });
}
