using System.Text.Json;
using Xunit.Abstractions;

namespace StretchChallenge.Durability;

/// <summary>An acknowledged check-in is durable, whatever happens to the server in the next moment.</summary>
public abstract class KillTests(Workplace workplace, ITestOutputHelper output)
{
    // Never the last answers: the blow has to fall while others wait for theirs.
    private const int LatestKill = Recruiting.People / 2;

    /// <summary>The trials, from 1 on.</summary>
    public static TheoryData<int> Trials => [.. Enumerable.Range(1, Recruiting.Trials)];

    [Theory]
    [MemberData(nameof(Trials))]
    public async Task CheckIn_ServerKilledAmongTwoHundred_LosesNoneAndDoublesNone(int trial)
    {
        var volley = await StrikeAsync(trial);
        var ledger = await workplace.ReadLedgerAsync(volley.Command);
        Assert.All(volley.Acknowledged.Keys, id => Assert.Equal(1, ledger[id].OfVolley));
        AssertWhole(ledger);
        await AssertBoardsAgreeAsync(ledger);

        var repeated = await volley.RepeatAsync();
        Assert.All(volley.Acknowledged, answer => Assert.Equal(answer.Value, repeated[answer.Key]));
        ledger = await workplace.ReadLedgerAsync(volley.Command);
        Assert.All(workplace.Colleagues, colleague => Assert.Equal(1, ledger[colleague.Id].OfVolley));
        AssertWhole(ledger);
        await AssertBoardsAgreeAsync(ledger);
    }

    // Where the server was quicker than the blow, it has shown nothing: the next volley is for the same trial.
    private async Task<Volley> StrikeAsync(int trial)
    {
        Volley volley;
        do
        {
            await workplace.ClearDayAsync();
            volley = new Volley(workplace, workplace.NextVolley());
            await volley.FireAsync(killAfter: Random.Shared.Next(1, LatestKill));
            await workplace.StartAsync();
        }
        while (volley.Acknowledged.Count == Recruiting.People);

        output.WriteLine($"Trial {trial}: {volley.Acknowledged.Count} of {Recruiting.People} acknowledged before the kill.");
        return volley;
    }

    // Each check-in is there with all its rows or not at all, and once.
    private void AssertWhole(Dictionary<string, LedgerRow> ledger) => Assert.All(workplace.Colleagues, colleague =>
    {
        var row = ledger[colleague.Id];
        Assert.InRange(row.Credits, 0, 1);
        Assert.Equal(row.Credits, row.OfVolley);
        Assert.Equal(row.Commands, row.Completions);
    });

    private async Task AssertBoardsAgreeAsync(Dictionary<string, LedgerRow> ledger)
    {
        var people = await workplace.ReadBoardAsync("personStreak");
        Assert.All(workplace.Colleagues, colleague =>
        {
            var row = people[colleague.Id];
            Assert.Equal(ledger[colleague.Id].Credits, row.GetProperty("streak").GetInt32());
            Assert.Equal(ledger[colleague.Id].Credits, row.GetProperty("done").GetInt32());
        });

        var teams = await workplace.ReadBoardAsync("teamStreak");
        Assert.All(workplace.Colleagues.GroupBy(colleague => colleague.Team), team =>
            Assert.Equal(team.Sum(colleague => ledger[colleague.Id].Credits), DoneToday(teams[team.Key])));
    }

    private static int DoneToday(JsonElement team) => team.GetProperty("today").GetProperty("done").GetInt32();
}
