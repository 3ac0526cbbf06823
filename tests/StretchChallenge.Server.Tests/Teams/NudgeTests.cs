using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Teams;

/// <summary>Nudges of team mates: who gets one, and that a sender learns nothing of it.</summary>
public sealed class NudgeTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Send_ToWhoWantsNudges_IsOnTheirToday_AndComesLive()
    {
        var (team, ann, ben) = await TeamOfTwoAsync();
        await AcceptAsync(ben, true);
        await using var page = await _server.ConnectAsync(ben);
        await page.CallAsync("WatchMe");

        using var sent = await SendAsync(ann, team, ben, "cheer");

        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        var pushed = await NextAsync(page, "Nudged");
        Assert.Equal((team, "Ann", "cheer"), (pushed.Text("teamId"), pushed.Text("from"), pushed.Text("kind")));
        var shown = Assert.Single(await ShownAsync(ben));
        Assert.Equal((team, "Ann", "cheer"), (shown.Text("teamId"), shown.Text("from"), shown.Text("kind")));
        Assert.Equal([ben.Id], (await ann.Browser.ReadAsync($"/api/teams/{team}/nudges")).GetProperty("sent").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task Send_WhateverTheReceiverChoseOrIs_HasTheSameAnswer()
    {
        var (team, ann, ben) = await TeamOfTwoAsync();
        var answers = new List<string>();

        async Task SendToNewAsync(Func<TestPerson, Task> prepare, int shown)
        {
            var mate = await JoinAsync(team, ann);
            await prepare(mate);
            // Time has passed: the answer to this renews the sender's cookie, so that the next one does not.
            await ann.Browser.ReadAsync("/api/account");
            using var response = await SendAsync(ann, team, mate, "nudge");
            answers.Add(await DescribeAsync(response));
            Assert.Equal(shown, (await ShownAsync(mate)).Count);
        }

        await SendToNewAsync(_ => Task.CompletedTask, 0);
        await SendToNewAsync(mate => AcceptAsync(mate, false), 0);
        await SendToNewAsync(mate => AcceptAsync(mate, true), 1);
        await SendToNewAsync(
            async mate =>
            {
                await AcceptAsync(mate, true);
                await mate.DoRoutineAsync(_server.Time);
            },
            0);
        await SendToNewAsync(
            async mate =>
            {
                await AcceptAsync(mate, true);
                var today = DateOnly.FromDateTime(_server.Time.GetUtcNow().UtcDateTime);
                using var off = await mate.Browser.PostAsJsonAsync("/api/time-off", new { from = today, to = today });
                await off.ReadAsync();
            },
            0);
        using var first = await SendAsync(ann, team, ben, "nudge");
        using var again = await SendAsync(ann, team, ben, "nudge");
        answers.Add(await DescribeAsync(first));
        answers.Add(await DescribeAsync(again));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Send_TwiceADay_IsOne_AndTheNextDayAnother()
    {
        using var server = new WednesdayServer();
        var (team, ann, ben) = await TeamOfTwoAsync(server);
        await AcceptAsync(ben, true);
        using var first = await SendAsync(ann, team, ben, "nudge");
        using var second = await SendAsync(ann, team, ben, "cheer");
        Assert.Equal("nudge", Assert.Single(await ShownAsync(ben)).Text("kind"));

        server.Time.Advance(TimeSpan.FromHours(16));

        Assert.Empty(await ShownAsync(ben));
        Assert.Empty((await ann.Browser.ReadAsync($"/api/teams/{team}/nudges")).GetProperty("sent").EnumerateArray());
        using var tomorrow = await SendAsync(ann, team, ben, "cheer");
        Assert.Equal("cheer", Assert.Single(await ShownAsync(ben)).Text("kind"));
    }

    [Fact]
    public async Task Today_OfFourNudges_ShowsTheFirstThree_UntilTheDayIsDone()
    {
        var (team, ann, ben) = await TeamOfTwoAsync();
        await AcceptAsync(ben, true);
        foreach (var name in new[] { "Cem", "Dia", "Eli", "Fay" })
        {
            using var sent = await SendAsync(await JoinAsync(team, ann, name), team, ben, "nudge");
            _server.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(["Cem", "Dia", "Eli"], (await ShownAsync(ben)).Select(nudge => nudge.Text("from")));

        await ben.DoRoutineAsync(_server.Time);

        Assert.Empty(await ShownAsync(ben));
    }

    [Fact]
    public async Task Send_OutsideTheTeam_IsNotFound()
    {
        var (team, ann, ben) = await TeamOfTwoAsync();
        var challenge = await ChallengeOfAsync(ann);
        var other = await _server.RegisterAsync("Oda");
        await challenge.AddTeamAsync("Red");
        await challenge.JoinAsync(other, "Red");
        var stranger = await _server.RegisterAsync("Sam");

        using var byStranger = await SendAsync(stranger, team, ben, "nudge");
        using var byOther = await SendAsync(other, team, ben, "nudge");
        using var toOther = await SendAsync(ann, team, other, "nudge");
        using var toSelf = await SendAsync(ann, team, ann, "nudge");
        using var byVisitor = await _server.CreateVisitor().PostAsJsonAsync($"/api/teams/{team}/nudges", new { userId = ben.Id, kind = "nudge" });
        using var unknownKind = await SendAsync(ann, team, ben, "shout");
        using var noBody = await ann.Browser.PostAsJsonAsync($"/api/teams/{team}/nudges", new { });

        await byStranger.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await byOther.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-team");
        await toOther.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-mate", "userId");
        await toSelf.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-mate", "userId");
        Assert.Equal(HttpStatusCode.Unauthorized, byVisitor.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknownKind.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, noBody.StatusCode);
    }

    [Fact]
    public async Task Choice_IsUnknownUntilMade()
    {
        var ann = await _server.RegisterAsync();

        var before = await ann.Browser.ReadAsync("/api/account/nudges");
        await AcceptAsync(ann, true);
        var after = await ann.Browser.ReadAsync("/api/account/nudges");

        Assert.Equal(JsonValueKind.Null, before.GetProperty("accepts").ValueKind);
        Assert.True(after.GetProperty("accepts").GetBoolean());
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response) => string.Join(
        '\n',
        response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "X-Request-Id" or "traceparent"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal)
            .Prepend($"{(int)response.StatusCode}")
            .Append(await response.Content.ReadAsStringAsync()));

    private static async Task<JsonElement> NextAsync(Testing.Live.HubClient page, string target)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = await page.Events.ReadAsync(timeout.Token);
            if (next.Target == target)
            {
                return next.Message;
            }
        }
    }

    private static async Task<List<JsonElement>> ShownAsync(TestPerson person) =>
        [.. (await person.Browser.ReadAsync("/api/today")).GetProperty("nudges").EnumerateArray()];

    private static async Task AcceptAsync(TestPerson person, bool accepts)
    {
        using var response = await person.Browser.PutAsJsonAsync("/api/account/nudges", new { accepts });
        await response.ReadAsync();
    }

    private static Task<HttpResponseMessage> SendAsync(TestPerson from, string team, TestPerson to, string kind) =>
        from.Browser.PostAsJsonAsync($"/api/teams/{team}/nudges", new { userId = to.Id, kind });

    private static async Task<TestChallenge> ChallengeOfAsync(TestPerson organiser)
    {
        var challenge = (await organiser.Browser.ReadAsync("/api/challenges"))[0];
        return new TestChallenge(organiser, challenge.Text("id"), challenge.Text("code"));
    }

    private async Task<TestPerson> JoinAsync(string team, TestPerson organiser, string name = "Mia")
    {
        var person = await _server.RegisterAsync(name);
        await (await ChallengeOfAsync(organiser)).JoinAsync(person, team);
        return person;
    }

    private async Task<(string Team, TestPerson Ann, TestPerson Ben)> TeamOfTwoAsync(WednesdayServer? server = null)
    {
        server ??= _server;
        var challenge = await TestChallenge.CreateAsync(await server.RegisterAsync(), TestDay.Monday);
        var team = await challenge.AddTeamAsync("Blue");
        await challenge.JoinAsync(challenge.Organiser, "Blue");
        var ben = await server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben, "Blue");
        return (team, challenge.Organiser, ben);
    }
}
