using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Durability;

/// <summary>The people of one challenge, who check in all at once.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Colleagues">Everybody.</param>
internal sealed record Crowd(string Challenge, ImmutableArray<Colleague> Colleagues)
{
    /// <summary>Takes back whatever was done today, so that a volley begins with an empty day.</summary>
    public async Task ClearDayAsync(Api api, IReadOnlyDictionary<string, LedgerRow> ledger)
    {
        foreach (var colleague in Colleagues.Where(colleague => ledger[colleague.Id].Credits > 0))
        {
            using var answer = await api.SendAsync(HttpMethod.Delete, $"/api/check-ins/{NoonZone.Today:O}", colleague.Cookie, null);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    /// <summary>Each check-in is there with all its rows or not at all, and once.</summary>
    public void AssertWhole(IReadOnlyDictionary<string, LedgerRow> ledger) => Assert.All(Colleagues, colleague =>
    {
        var row = ledger[colleague.Id];
        Assert.InRange(row.Credits, 0, 1);
        Assert.Equal(row.Credits, row.OfVolley);
        Assert.Equal(row.Commands, row.Completions);
    });

    /// <summary>The boards show what the database holds.</summary>
    public async Task AssertBoardsAgreeAsync(Api api, IReadOnlyDictionary<string, LedgerRow> ledger)
    {
        var people = await ReadBoardAsync(api, "personStreak");
        Assert.All(Colleagues, colleague =>
        {
            var row = people[colleague.Id];
            Assert.Equal(ledger[colleague.Id].Credits, row.GetProperty("streak").GetInt32());
            Assert.Equal(ledger[colleague.Id].Credits, row.GetProperty("done").GetInt32());
        });

        var teams = await ReadBoardAsync(api, "teamStreak");
        Assert.All(Colleagues.GroupBy(colleague => colleague.Team), team =>
            Assert.Equal(team.Sum(colleague => ledger[colleague.Id].Credits), DoneToday(teams[team.Key])));
    }

    private static int DoneToday(JsonElement team) => team.GetProperty("today").GetProperty("done").GetInt32();

    // The rows by id.
    private async Task<Dictionary<string, JsonElement>> ReadBoardAsync(Api api, string board)
    {
        var path = $"/api/challenges/{Challenge}/standings/{board}?top={Colleagues.Length}";
        var snapshot = await api.GetAsync(path, Colleagues[0].Cookie);
        return snapshot.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);
    }
}
