using System.Net.Http.Json;
using System.Text.Json;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>A challenge on a test server, made by its organiser.</summary>
public sealed record TestChallenge(TestPerson Organiser, string Id, string Code)
{
    /// <summary>Every day of the week.</summary>
    public static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The path of the challenge.</summary>
    public string Path => $"/api/challenges/{Id}";

    /// <summary>Makes a challenge in which every day is a work day.</summary>
    public static async Task<TestChallenge> CreateAsync(TestPerson organiser, string startsOn)
    {
        using var response = await organiser.Browser.PostAsJsonAsync("/api/challenges", Request(startsOn));
        var created = await response.ReadAsync();
        return new TestChallenge(organiser, created.Text("id"), created.Text("code"));
    }

    /// <summary>What an organiser sends to make a challenge.</summary>
    public static Dictionary<string, object?> Request(string startsOn) => new()
    {
        ["name"] = "Spring",
        ["startsOn"] = startsOn,
        ["timeZone"] = "Europe/Berlin",
        ["workDays"] = EveryDay,
    };

    /// <summary>Adds a team; answers its id.</summary>
    public async Task<string> AddTeamAsync(string name)
    {
        using var response = await Organiser.Browser.PostAsJsonAsync($"{Path}/teams", new { name });
        return (await response.ReadAsync()).Text("id");
    }

    /// <summary>Adds somebody whose account is then disabled.</summary>
    public async Task<TestPerson> DisabledMemberAsync(TestServer server, TestPerson administrator)
    {
        var person = await server.RegisterAsync("Dora");
        await JoinAsync(person);
        using var disabled = await administrator.Browser.PutAsJsonAsync($"/api/admin/accounts/{person.Id}", new { disabled = true });
        await disabled.ReadAsync();
        return person;
    }

    /// <summary>Lets a person join, in a team by name where one is given.</summary>
    public async Task<JsonElement> JoinAsync(TestPerson person, string? team = null)
    {
        using var response = await person.Browser.PostAsJsonAsync("/api/challenges/join", new { code = Code, team });
        return await response.ReadAsync();
    }
}
