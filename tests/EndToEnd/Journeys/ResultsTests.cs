using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using StretchChallenge.Testing;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>What an organiser does about results, and what everybody sees of it.</summary>
[Collection(SiteTests.Name)]
public sealed class ResultsTests(Site site) : Journey(site)
{
    [Fact]
    public Task Organiser_CorrectsExportsCancelsAndStartsAgain() => TravelAsync(async () =>
    {
        var (olga, ben) = (await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga, daysAgo: 3);
        await new NewUser("Ben").SignUpAsync(ben);
        await challenge.JoinAsync(ben);

        await CorrectAsync(olga, challenge);
        await ben.GotoAsync("/progress");
        await Expect(ben.GetByText("counts as done: “Was at the fair”")).ToBeVisibleAsync();

        await ReadParticipationAsync(olga);
        await ExportAsync(olga, challenge);
        await CancelAsync(olga, challenge);
        await ReadResultsAsync(ben, challenge);
        await StartAgainAsync(olga, challenge);
        await JoinAgainAsync(ben, challenge);
    });

    private static async Task CorrectAsync(IPage olga, JourneyChallenge challenge)
    {
        await olga.GotoAsync($"/challenges/{challenge.Id}/manage");
        await olga.GetByRole(AriaRole.Link, new() { Name = "Corrections and log" }).ClickAsync();
        await olga.GetByLabel("Person", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await Expect(olga.GetByLabel("Person", new() { Exact = true })).ToContainTextAsync("Ben · Blue");
        await olga.GetByLabel("Day", new() { Exact = true }).FillAsync($"{NoonZone.Today:O}");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(olga.GetByLabel("Reason", new() { Exact = true })).ToBeFocusedAsync();
        await olga.GetByLabel("Reason", new() { Exact = true }).FillAsync("Was at the fair");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(olga.GetByRole(AriaRole.Status).Filter(new() { HasText = "of Ben is corrected." })).ToBeVisibleAsync();
        await Expect(olga.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "of Ben to done: “Was at the fair”" })).ToBeVisibleAsync();
        await Axe.AuditAsync(olga);
    }

    private static async Task ReadParticipationAsync(IPage olga)
    {
        await olga.GotoAsync(new Uri(olga.Url).AbsolutePath.Replace("corrections", "participation", StringComparison.Ordinal));
        var table = olga.GetByRole(AriaRole.Table);
        await Expect(table.GetByRole(AriaRole.Rowheader, new() { Name = "Blue" })).ToBeVisibleAsync();
        await Expect(table.GetByText("Hidden: fewer than five").First).ToBeAttachedAsync();
        await Axe.AuditAsync(olga);
    }

    private static async Task ExportAsync(IPage olga, JourneyChallenge challenge)
    {
        await olga.GotoAsync($"/challenges/{challenge.Id}/manage/results");
        var download = await olga.RunAndWaitForDownloadAsync(
            () => olga.GetByRole(AriaRole.Link, new() { Name = "People (CSV)" }).ClickAsync());
        Assert.Equal("people.csv", download.SuggestedFilename);
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        var text = await reader.ReadToEndAsync();
        Assert.Contains(",Ben,", text, StringComparison.Ordinal);
        Assert.Contains(",Olga,", text, StringComparison.Ordinal);
    }

    private static async Task CancelAsync(IPage olga, JourneyChallenge challenge)
    {
        await olga.GetByRole(AriaRole.Button, new() { Name = "Cancel the challenge …" }).ClickAsync();
        await Axe.AuditAsync(olga);
        var yes = olga.GetByRole(AriaRole.Button, new() { Name = "Cancel for good" });
        await Expect(yes).ToBeDisabledAsync();
        await olga.GetByLabel("Type “Spring stretch” to confirm").FillAsync("spring stretch");
        await yes.ClickAsync();
        await Expect(olga.GetByText("This challenge was cancelled.")).ToBeVisibleAsync();
        await Expect(yes).ToHaveCountAsync(0);
        await olga.GotoAsync($"/challenges/{challenge.Id}");
        await Expect(olga.GetByText("Cancelled", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task ReadResultsAsync(IPage ben, JourneyChallenge challenge)
    {
        await ben.GotoAsync($"/challenges/{challenge.Id}/results");
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Teams by points" })).ToBeVisibleAsync();
        await Expect(ben.GetByRole(AriaRole.Table).First).ToContainTextAsync("Blue");
        await Axe.AuditAsync(ben);
        await ben.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(ben.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(ben.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToHaveCountAsync(0);
        Assert.NotEmpty(await ben.PdfAsync());
        await ben.EmulateMediaAsync(new() { Media = Media.Screen });
        await ben.GetByRole(AriaRole.Link, new() { Name = "My certificate" }).ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Article)).ToContainTextAsync("Ben");
        await Expect(ben.GetByRole(AriaRole.Article)).ToContainTextAsync("1 day");
        await Axe.AuditAsync(ben);
    }

    private static async Task StartAgainAsync(IPage olga, JourneyChallenge challenge)
    {
        await olga.GotoAsync($"/challenges/{challenge.Id}/manage/results");
        await olga.GetByLabel("Name", new() { Exact = true }).FillAsync("Summer stretch");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Make the next season" }).ClickAsync();
        await Expect(olga.GetByRole(AriaRole.Heading, new() { Name = "Summer stretch", Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task JoinAgainAsync(IPage ben, JourneyChallenge challenge)
    {
        await ben.GotoAsync("/challenges");
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Next season: Summer stretch" })).ToBeVisibleAsync();
        await ben.GotoAsync($"/challenges/{challenge.Id}");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Join again, in Blue" }).ClickAsync();
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Name = "Summer stretch", Level = 1 })).ToBeVisibleAsync();
        Assert.NotEqual($"/challenges/{challenge.Id}", new Uri(ben.Url).AbsolutePath);
    }
}
