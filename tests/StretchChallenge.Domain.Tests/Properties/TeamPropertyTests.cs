using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Properties of every team's standing, for random teams.</summary>
public sealed class TeamPropertyTests
{
    [Fact]
    public void Fold_AnyTeamAtAnyInstant_AgreesWithTheReferenceImplementation() =>
        Check.Holds(1_000, TeamScenario.From, scenario =>
        {
            var naive = new NaiveTeam(scenario.Challenge, scenario.Threshold, scenario.Members, scenario.Now);
            var fold = scenario.Fold;
            return (fold.Streak, fold.Best, fold.MicroPoints, fold.Today)
                == (naive.Streak, naive.Best, naive.MicroPoints, naive.Today);
        });

    [Fact]
    public void Fold_CheckInsWithinADay_NeverLowerPointsOrStreak() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var standings = Enumerable.Range(0, scenario.Members.Length + 1).Select(count => scenario.FoldOf(WithTodayDoneBy(scenario, count))).ToArray();
            return standings.Zip(standings.Skip(1)).All(pair =>
                pair.First.MicroPoints <= pair.Second.MicroPoints
                && pair.First.Streak <= pair.Second.Streak
                && pair.First.Best <= pair.Second.Best);
        });

    [Fact]
    public void Fold_OverAPrefixOfTheLedgers_EqualsTheFoldStoppedThere() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var prefix = scenario.MembersWith(member => new DayLedger(
                [.. member.Ledger.Done.Where(date => date <= scenario.Today)],
                [.. member.Ledger.SelfReported.Where(date => date <= scenario.Today)]));
            return AreEqual(scenario.Fold, scenario.FoldOf(prefix));
        });

    [Fact]
    public void Fold_MembersInAnyOrder_GivesTheSame() =>
        Check.Holds(1_000, TeamScenario.From, scenario =>
            AreEqual(scenario.Fold, scenario.FoldOf(scenario.MembersWith(member => member.Ledger).Reverse())));

    [Fact]
    public void NextChange_UntilThen_NothingChangesByItself() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var now = scenario.Fold;
            var next = now.NextChange ?? scenario.Now.AddYears(1);
            return next > scenario.Now && AreEqual(now, (scenario with { Now = next.AddTicks(-1) }).Fold);
        });

    private static IEnumerable<TeamMember> WithTodayDoneBy(TeamScenario scenario, int count)
    {
        var done = scenario.Members.Take(count).Select(member => member.Id).ToHashSet();
        return scenario.MembersWith(member => done.Contains(member.Id)
            ? member.Ledger.Without(scenario.Today).With(scenario.Today, CreditKind.Guided)
            : member.Ledger.Without(scenario.Today));
    }

    private static bool AreEqual(TeamStanding one, TeamStanding other) =>
        one with { Days = default } == other with { Days = default } && one.Days.SequenceEqual(other.Days);
}
