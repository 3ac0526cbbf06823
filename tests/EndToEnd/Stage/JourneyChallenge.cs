using Microsoft.Playwright;
using StretchChallenge.Testing;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>A challenge made for a journey, in which everybody is due whatever weekday it is.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Code">The code that invites to it.</param>
/// <param name="Team">The id of its one team.</param>
public sealed record JourneyChallenge(string Id, string Code, string Team)
{
    /// <summary>Makes the challenge, in the name of whoever is signed in.</summary>
    public static async Task<JourneyChallenge> MakeAsync(IPage page, string name = "Spring stretch", string team = "Blue", int daysAgo = 0)
    {
        var wish = new
        {
            name,
            startsOn = $"{NoonZone.Today.AddDays(-daysAgo):O}",
            timeZone = NoonZone.Id,
            workDays = new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
        };
        var challenge = await page.PostAsync("/api/challenges", wish);
        var id = challenge.GetProperty("id").GetString()!;
        var added = await page.PostAsync($"/api/challenges/{id}/teams", new { name = team });
        return new JourneyChallenge(id, challenge.GetProperty("code").GetString()!, added.GetProperty("id").GetString()!);
    }

    /// <summary>Lets whoever is signed in join its team.</summary>
    public Task JoinAsync(IPage page) => page.PostAsync("/api/challenges/join", new { code = Code, team = Team });
}
