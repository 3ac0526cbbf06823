using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>The team's fold against the rules read once more, on random teams.</summary>
public sealed class TeamDifferentialTests
{
    [Fact]
    public void Fold_AnyTeamAtAnyInstant_AgreesWithTheNaiveReading() =>
        Check.Holds(1_000, TeamScenario.From, scenario =>
        {
            var naive = new NaiveTeam(scenario.Challenge, scenario.Threshold, scenario.Members, scenario.Now);
            var fold = scenario.Fold;
            return (fold.Streak, fold.Best, fold.MicroPoints, fold.Today)
                == (naive.Streak, naive.Best, naive.MicroPoints, naive.Today);
        });
}
