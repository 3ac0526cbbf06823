using System.Text.Json;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>All that people can see, as text to compare: versions of boards and ids of nothing are left out.</summary>
internal static class Views
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<string> OfEverythingAsync(Workplace work)
    {
        var views = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var person in work.People)
        {
            views[$"{person.Id} today"] = await person.TodayAsync();
            views[$"{person.Id} settings"] = await person.SettingsAsync();
        }

        for (var index = 0; index < work.Challenges.Count; index++)
        {
            await AddAsync(views, $"challenge {index}", work.Challenges[index], work.People);
        }

        return JsonSerializer.Serialize(views, Readable);
    }

    private static async Task AddAsync(
        SortedDictionary<string, object?> views, string name, TestChallenge challenge, IEnumerable<Colleague> people)
    {
        views[$"{name} state"] = await challenge.Grain.GetStateAsync();
        foreach (var person in people)
        {
            views[$"{name} to {person.Id}"] = await challenge.Grain.GetAsync(person.Id);
            views[$"{name} progress of {person.Id}"] = await person.Grain.GetProgressAsync(challenge.Id);
            foreach (var board in BoardKinds.All)
            {
                views[$"{name} {board} to {person.Id}"] = await challenge.BoardAsync(board, person) with { Version = 0 };
            }
        }

        foreach (var team in (await challenge.Grain.GetInvitationAsync()).Answer().Teams)
        {
            views[$"{name} team {team.Name}"] = await challenge.TeamGrain(team.Id).GetSnapshotAsync();
        }
    }
}
