using System.Text;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>What an organiser does on the pages of the console.</summary>
[Collection(SiteTests.Name)]
public sealed class ManageTests(Site site) : Journey(site)
{
    [Fact]
    public Task Organiser_ImportsRenamesAssignsPromotesRemovesAndPrints() => TravelAsync(async () =>
    {
        var (olga, ben, cem) = (await VisitAsync(), await VisitAsync(), await VisitAsync(Device.Phone));
        var (benAccount, cemAccount) = (new NewUser("Ben"), new NewUser("Cem"));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        await olga.GotoAsync($"/challenges/{challenge.Id}");
        await olga.GetByRole(AriaRole.Link, new() { Name = "Manage" }).ClickAsync();

        // Holidays from a calendar: one of two is left out.
        var (first, second) = (NoonZone.Today.AddDays(10), NoonZone.Today.AddDays(20));
        await olga.GetByLabel("Calendar or table").SetInputFilesAsync(File("holidays.ics", $"""
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:{first:yyyyMMdd}
            SUMMARY:Company day
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:{second:yyyyMMdd}
            SUMMARY:Move
            END:VEVENT
            END:VCALENDAR
            """));
        await olga.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Move") }).UncheckAsync();
        await olga.GetByRole(AriaRole.Button, new() { Name = "Add these holidays" }).ClickAsync();
        await Expect(olga.GetByText("Saved.")).ToBeVisibleAsync();
        var holidays = (await olga.GetAsync($"/api/challenges/{challenge.Id}")).GetProperty("holidays");
        Assert.Equal([$"{first:O}"], holidays.EnumerateArray().Select(date => date.GetString()));

        // People from a table: a mistake first.
        await TabAsync(olga, "Invitations");
        await olga.GetByLabel("Or a CSV file").SetInputFilesAsync(File("people.csv", "E-Mail;Name;Team\nnobody;Ben;Green\n"));
        await Expect(olga.GetByText("Row 2, email")).ToBeVisibleAsync();
        await olga.GetByLabel("Or a CSV file").SetInputFilesAsync(
            File("people.csv", $"E-Mail;Name;Team;Rolle\n{benAccount.Email};Ben;Green;Captain\n{cemAccount.Email};Cem;;\n"));
        await olga.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Expect(olga.GetByText("2 people are invited.")).ToBeVisibleAsync();

        // They find that they are invited, and join by the link themselves.
        foreach (var (page, account) in new[] { (ben, benAccount), (cem, cemAccount) })
        {
            await account.SignUpAsync(page);
            await page.GotoAsync("/challenges");
            await Expect(page.GetByText("Open the link that you got")).ToBeVisibleAsync();
            await page.GotoAsync($"/join/{challenge.Code}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Join the challenge" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/join/", StringComparison.Ordinal));
        }

        // Teams: another name, and a place for whoever has none.
        await TabAsync(olga, "Teams");
        await MenuAsync(olga, "Green", "Change name or colour");
        await olga.GetByLabel("Name of the team", new() { Exact = true }).FillAsync("Evergreen");
        await olga.GetByRole(AriaRole.Radio, new() { Name = "Fern" }).CheckAsync();
        await olga.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(olga.GetByRole(AriaRole.Link, new() { Name = "Evergreen" })).ToBeVisibleAsync();
        await olga.GetByRole(AriaRole.Button, new() { Name = "Assign them" }).ClickAsync();
        await olga.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Assign them" }).ClickAsync();
        await Expect(olga.GetByText("2 people have a team now.")).ToBeVisibleAsync();

        // People: found by typing, made captain, removed.
        await TabAsync(olga, "People");
        await olga.GetByLabel("Search by name or e-mail").FillAsync("ben");
        await Expect(olga.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await MenuAsync(olga, "Ben", "Change role or team");
        await olga.GetByRole(AriaRole.Dialog).GetByLabel("Role").SelectOptionAsync("Captain");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(olga.GetByRole(AriaRole.Row).Filter(new() { HasText = benAccount.Email })).ToContainTextAsync("Captain");
        await olga.GetByLabel("Search by name or e-mail").FillAsync("cem");
        await Expect(olga.GetByText(cemAccount.Email)).ToBeVisibleAsync();
        await MenuAsync(olga, "Cem", "Remove from the challenge");
        await olga.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(olga.GetByText("Nobody fits this.")).ToBeVisibleAsync();
        Assert.Empty((await cem.GetAsync("/api/challenges")).EnumerateArray());

        // The poster is one page of A4.
        await TabAsync(olga, "Invitations");
        await olga.GetByRole(AriaRole.Link, new() { Name = "Poster (A4)" }).ClickAsync();
        await Expect(olga.GetByText("Dehn dich mit")).ToBeVisibleAsync();
        await Expect(olga.GetByText("Stretch with us")).ToBeVisibleAsync();
        await Expect(olga.GetByText(challenge.Code, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(olga.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        var pdf = Encoding.Latin1.GetString(await olga.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Contains("/Count 1", pdf, StringComparison.Ordinal);
    });

    [Fact]
    public Task Captain_OnTheConsole_SeesThatItIsForOrganisers() => TravelAsync(async () =>
    {
        var (olga, ben) = (await VisitAsync(), await VisitAsync());
        await new NewUser("Olga").SignUpAsync(olga);
        await new NewUser("Ben").SignUpAsync(ben);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        await challenge.JoinAsync(ben);

        await ben.GotoAsync($"/challenges/{challenge.Id}/manage/people");

        await Expect(ben.GetByText("Only organisers of this challenge see this page.")).ToBeVisibleAsync();
        await Expect(ben.GetByLabel("Search by name or e-mail")).ToHaveCountAsync(0);
    });

    private static Task TabAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Manage the challenge" }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    private static async Task MenuAsync(IPage page, string of, string action)
    {
        await page.GetByLabel(new System.Text.RegularExpressions.Regex($"Actions for .?{of}")).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = action }).And(page.Locator(":visible")).ClickAsync();
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };
}
