using Xunit.Abstractions;

namespace StretchChallenge.Durability;

/// <summary>An acknowledged check-in is durable, whatever happens to the server in the next moment.</summary>
public abstract class KillTests(Workplace workplace, ITestOutputHelper output)
{
    // Never the last answers: the blow has to fall while others wait for theirs.
    private const int LatestKill = Workplace.People / 2;

    /// <summary>The trials, from 1 on.</summary>
    public static TheoryData<int> Trials => [.. Enumerable.Range(1, Workplace.Trials)];

    [Theory]
    [MemberData(nameof(Trials))]
    public async Task CheckIn_ServerKilledAmongTwoHundred_LosesNoneAndDoublesNone(int trial)
    {
        var volley = await StrikeAsync(trial);
        var ledger = await workplace.ReadLedgerAsync(volley.Command);
        Assert.All(volley.Acknowledged.Keys, id => Assert.Equal(1, ledger[id].OfVolley));
        workplace.Crowd.AssertWhole(ledger);
        await workplace.Crowd.AssertBoardsAgreeAsync(workplace.Api, ledger);

        var repeated = await volley.RepeatAsync(workplace.Api);
        Assert.All(volley.Acknowledged, answer => Assert.Equal(answer.Value, repeated[answer.Key]));
        ledger = await workplace.ReadLedgerAsync(volley.Command);
        Assert.All(workplace.Crowd.Colleagues, colleague => Assert.Equal(1, ledger[colleague.Id].OfVolley));
        workplace.Crowd.AssertWhole(ledger);
        await workplace.Crowd.AssertBoardsAgreeAsync(workplace.Api, ledger);
    }

    // Where the server was quicker than the blow, it has shown nothing: the next volley is for the same trial.
    private async Task<CheckInBatch> StrikeAsync(int trial)
    {
        CheckInBatch volley;
        do
        {
            await workplace.ClearDayAsync();
            volley = await workplace.NextVolleyAsync();
            await volley.FireAsync(workplace.Api, Random.Shared.Next(1, LatestKill), workplace.Kill);
            await workplace.StartAsync();
        }
        while (volley.Acknowledged.Count == Workplace.People);

        output.WriteLine($"Trial {trial}: {volley.Acknowledged.Count} of {Workplace.People} acknowledged before the kill.");
        return volley;
    }
}

public sealed class SqliteKillTests(SqliteWorkplace workplace, ITestOutputHelper output)
    : KillTests(workplace, output), IClassFixture<SqliteWorkplace>;

public sealed class PostgreSqlKillTests(PostgreSqlWorkplace workplace, ITestOutputHelper output)
    : KillTests(workplace, output), IClassFixture<PostgreSqlWorkplace>;
