using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>Somebody takes their data along and deletes their account.</summary>
[Collection(SiteTests.Name)]
public sealed class DeletionTests(Site site) : Journey(site)
{
    [Fact]
    public Task Member_ExportsAndDeletesTheAccount_AndIsNowhereToBeFound() => TravelAsync(async () =>
    {
        var (olga, ben) = (await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        await challenge.JoinAsync(olga);
        var account = new NewUser("Benedikta");
        await account.SignUpAsync(ben);
        await challenge.JoinAsync(ben);
        await ben.PutAsync("/api/account", new { showName = true });
        await olga.GotoAsync($"/teams/{challenge.Team}");
        await Expect(olga.GetByText("Benedikta").First).ToBeVisibleAsync();

        await ben.GotoAsync("/me");
        var data = await ExportAsync(ben);
        Assert.Equal(account.Email, data.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("Spring stretch", data.GetProperty("challenges")[0].GetProperty("name").GetString());

        await ben.GetByRole(AriaRole.Button, new() { Name = "Delete account…" }).ClickAsync();
        var dialog = ben.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Your teams keep their past days as mere counts.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
        await dialog.GetByLabel("Your password").FillAsync("not my password");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("This is not your password.");
        await dialog.GetByLabel("Your password").FillAsync(account.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();

        await Expect(ben.GetByText("Your account is deleted, with everything about you.")).ToBeVisibleAsync();
        Assert.DoesNotContain("person", await ben.EvaluateAsync<string[]>("() => Object.keys(localStorage)"));
        await ben.GotoAsync("/today");
        await Expect(ben).ToHaveURLAsync(new Regex("/sign-in"));

        foreach (var path in new[] { $"/teams/{challenge.Team}", $"/challenges/{challenge.Id}/boards", $"/challenges/{challenge.Id}", "/today" })
        {
            await olga.GotoAsync(path);
            await Expect(olga.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(olga.GetByText("Benedikta")).ToHaveCountAsync(0);
        }
    });

    private static async Task<JsonElement> ExportAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Export my data" }).ClickAsync());
        Assert.Equal("stretchchallenge-export.zip", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        await using var zip = new ZipArchive(copy);
        await using var data = await zip.GetEntry("data.json")!.OpenAsync();
        return await JsonSerializer.DeserializeAsync<JsonElement>(data);
    }
}
