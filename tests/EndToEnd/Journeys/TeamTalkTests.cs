using Microsoft.Playwright;
using StretchChallenge.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A team that plans its breaks, and whose members nudge each other.</summary>
[Collection(SiteTests.Name)]
public sealed class TeamTalkTests(Site site) : Journey(site)
{
    [Fact]
    public Task RecurringBreak_PlannedForATeam_IsFoundOnTodayAndStartsWithoutAHost() => TravelAsync(async () =>
    {
        var (olga, ben) = (await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        await new NewUser("Ben").SignUpAsync(ben);
        await challenge.JoinAsync(ben);

        await olga.GotoAsync($"/challenges/{challenge.Id}");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Start or plan a break" }).ClickAsync();
        await olga.GetByText("Every work day", new() { Exact = true }).ClickAsync();
        // In the challenge's zone, which is the browser's.
        var time = await olga.EvaluateAsync<string>("() => new Date(Date.now() + 120_000).toTimeString().slice(0, 5)");
        await olga.GetByRole(AriaRole.Textbox, new() { Name = "Time" }).FillAsync(time);
        await olga.GetByLabel("For whom").SelectOptionAsync("Blue");
        await olga.GetByLabel("I lead it").UncheckAsync();
        await olga.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await Expect(olga.GetByText($"Planned: Every work day at {time}.")).ToBeVisibleAsync();

        await ben.GotoAsync("/today");
        await ben.GetByRole(AriaRole.Link, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(ben.GetByText("Nobody hosts this break; it started by itself.").Or(ben.GetByText("Nobody hosted this break; it started by itself.")))
            .ToBeVisibleAsync(new() { Timeout = 180_000 });

        await olga.GotoAsync($"/challenges/{challenge.Id}");
        await Expect(olga.GetByText($"Every work day at {time}")).ToBeVisibleAsync();
        await olga.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await olga.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(olga.GetByText($"Every work day at {time}")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Nudge_SentInOneBrowser_AppearsInTheOther() => TravelAsync(async () =>
    {
        var (olga, ben) = (await VisitAsync(), await VisitAsync(Device.Phone));
        await new NewUser("Olga").SignUpAsync(olga);
        var challenge = await JourneyChallenge.MakeAsync(olga);
        await challenge.JoinAsync(olga);
        await new NewUser("Ben").SignUpAsync(ben);
        await challenge.JoinAsync(ben);
        await ben.PutAsync("/api/account", new { showName = true });

        await ben.GotoAsync($"/teams/{challenge.Team}");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Yes, please" }).ClickAsync();
        await Expect(ben.GetByText("You get nudges from your team.")).ToBeVisibleAsync();
        var watches = new TaskCompletionSource();
        ben.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Text?.Contains("WatchMe", StringComparison.Ordinal) == true)
            {
                watches.TrySetResult();
            }
        };
        await ben.GotoAsync("/today");
        await watches.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await olga.GotoAsync($"/teams/{challenge.Team}");
        await olga.GetByRole(AriaRole.Button, new() { NameRegex = new("^Cheer .*Ben.* on$") }).ClickAsync();

        await Expect(olga.GetByText("Sent for today")).ToBeVisibleAsync();
        await Expect(ben.GetByText("cheers you on.")).ToBeVisibleAsync();
    });
}
