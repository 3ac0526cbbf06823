using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Server.Safety;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>What a person does in a day.</summary>
public static class TestDay
{
    /// <summary>A moment on Wednesday, 11 March 2026: 9:00 in Berlin.</summary>
    public static DateTimeOffset WednesdayMorning { get; } = new(2026, 3, 11, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The Monday of that week.</summary>
    public const string Monday = "2026-03-09";

    /// <summary>The date at <see cref="WednesdayMorning" />.</summary>
    public const string Wednesday = "2026-03-11";

    /// <summary>Starts the day's routine.</summary>
    public static async Task<JsonElement> StartRunAsync(this TestPerson person)
    {
        using var response = await person.Browser.PostAsJsonAsync("/api/runs", new { routineId = "workplace", variant = "desk" });
        return await response.ReadAsync();
    }

    /// <summary>Completes a run.</summary>
    public static Task<HttpResponseMessage> CheckInAsync(this TestPerson person, string run, string commandId) =>
        person.Browser.PostAsJsonAsync("/api/check-ins", new { commandId, run });

    /// <summary>Does the whole routine on a clock that is moved by hand.</summary>
    public static async Task<JsonElement> DoRoutineAsync(this TestPerson person, FakeTimeProvider clock)
    {
        var started = await person.StartRunAsync();
        clock.Advance(TimeSpan.FromSeconds(started.GetProperty("plannedSeconds").GetInt32()));
        using var response = await person.CheckInAsync(started.Text("run"), Guid.NewGuid().ToString());
        return await response.ReadAsync();
    }

    /// <summary>Answers the safety question for a person.</summary>
    public static async Task AnswerSafetyAsync(this TestServer server, TestPerson person, bool discInjury) => Assert.Equal(
        SafetyOutcome.Changed,
        await server.Services.GetRequiredService<SafetyAnswers>()
            .ChangeAsync(new UserId(person.Id), new SafetyChange { DiscInjury = discInjury }, CancellationToken.None));

    /// <summary>The text of a property.</summary>
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
