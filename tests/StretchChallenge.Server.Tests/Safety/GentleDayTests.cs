using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Safety;

/// <summary>What the safety answer does to a person's day, from the question to the credit.</summary>
public sealed class GentleDayTests : IDisposable
{
    private static readonly string[] Gentle = ["gentle-desk", "gentle", "gentle-desk"];

    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public GentleDayTests() => _server = new TestServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Answered_Yes_TodayIsGentleAtOnce()
    {
        var ann = await _server.RegisterAsync();
        Assert.NotEqual(Gentle, await TodayAsync(ann));

        await AnswerAsync(ann, discInjury: true);

        Assert.Equal(Gentle, await TodayAsync(ann));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Answered_NoOrNotSaid_TodayIsAsForEverybody(bool? answer)
    {
        var ann = await _server.RegisterAsync();
        var before = await TodayAsync(ann);

        await AnswerAsync(ann, answer);

        Assert.Equal(before, await TodayAsync(ann));
    }

    [Fact]
    public async Task Answered_Yes_TodayOfOthersStaysAsItIs()
    {
        var ann = await _server.RegisterAsync();
        var ben = await _server.RegisterAsync("Ben");
        var before = await TodayAsync(ben);

        await AnswerAsync(ann, discInjury: true);

        Assert.Equal(before, await TodayAsync(ben));
    }

    [Fact]
    public async Task Answered_Yes_AnyRoutineBecomesTheGentleOneWithFullCredit()
    {
        var ann = await _server.RegisterAsync();
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        await AnswerAsync(ann, discInjury: true);

        var run = await ann.StartRunAsync();
        _clock.Advance(TimeSpan.FromSeconds(run.GetProperty("plannedSeconds").GetInt32()));
        using var response = await ann.CheckInAsync(run.Text("run"), "command");
        var answer = await response.ReadAsync();

        Assert.Equal("gentle-desk", run.Text("routineId"));
        Assert.True(answer.GetProperty("credited").GetBoolean());
        var streak = Assert.Single(answer.GetProperty("streaks").EnumerateArray().ToList());
        Assert.Equal((challenge.Id, 1), (streak.Text("challengeId"), streak.GetProperty("streak").GetInt32()));
    }

    [Fact]
    public async Task AnswerDeleted_TodayIsAsBefore()
    {
        var ann = await _server.RegisterAsync();
        var before = await TodayAsync(ann);
        await AnswerAsync(ann, discInjury: true);

        using var deleted = await ann.Browser.DeleteAsync("/api/safety");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(before, await TodayAsync(ann));
    }

    [Fact]
    public async Task KeyLost_TodayIsGentleUntilAnsweredAgain()
    {
        var ann = await _server.RegisterAsync();
        var before = await TodayAsync(ann);
        await AnswerAsync(ann, discInjury: true);
        await using var restarted = new TestServer
        {
            Folder = _server.Folder,
            Clock = _clock,
            Settings = new() { ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]) },
        };
        ann = await ann.SignInAsync(restarted);

        Assert.Equal(Gentle, await TodayAsync(ann));
        await AnswerAsync(ann, discInjury: false);

        Assert.Equal(before, await TodayAsync(ann));
    }

    private static async Task AnswerAsync(TestPerson person, bool? discInjury)
    {
        using var response = await person.Browser.PutAsJsonAsync("/api/safety", new { discInjury });
        await response.ReadAsync();
    }

    /// <summary>The day's routines: at the desk, on the mat, seated.</summary>
    private static async Task<string[]> TodayAsync(TestPerson person)
    {
        var routine = (await person.Browser.ReadAsync("/api/today")).GetProperty("routine");
        return [routine.Text("desk"), routine.Text("mat"), routine.Text("seated")];
    }
}
