using System.Collections.Immutable;
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
    public void Fold_WithSomeMembersSealed_KeepsEveryPastDay() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var (gone, stay) = Split(scenario);
            var today = scenario.Today;
            var before = TeamFold.Fold(scenario.Challenge, scenario.Threshold, [.. gone, .. stay], scenario.Now);
            var after = TeamFold.Fold(scenario.Challenge, scenario.Threshold, stay, scenario.Now, SealedOf(scenario, gone));
            return before.Days.Where(day => day.Date < today).SequenceEqual(after.Days.Where(day => day.Date < today));
        });

    [Fact]
    public void Fold_WithSomeMembersSealed_KeepsTheStandingWithWhichTodayBegan() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var (gone, stay) = Split(scenario);
            var began = scenario.Challenge.BeforeToday(scenario.Now);
            var before = TeamFold.Fold(scenario.Challenge, scenario.Threshold, [.. gone, .. stay], began);
            var after = TeamFold.Fold(scenario.Challenge, scenario.Threshold, stay, began, SealedOf(scenario, gone));
            return (before.Streak, before.Best, before.MicroPoints) == (after.Streak, after.Best, after.MicroPoints);
        });

    [Fact]
    public void Fold_WithSomeMembersSealed_StillCountsALateReportOfWhoStays() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var (gone, stay) = Split(scenario);
            var yesterday = scenario.Today.AddDays(-1);
            TeamMember[] reported =
            [
                .. scenario.MembersWith(member => member.Ledger.With(yesterday, CreditKind.SelfReported)).Skip(gone.Length),
            ];
            var before = TeamFold.Fold(scenario.Challenge, scenario.Threshold, [.. gone, .. reported], scenario.Now);
            var after = TeamFold.Fold(scenario.Challenge, scenario.Threshold, reported, scenario.Now, SealedOf(scenario, gone));
            return before.Days.Where(day => day.Date <= yesterday).SequenceEqual(after.Days.Where(day => day.Date <= yesterday));
        });

    [Fact]
    public void NextChange_UntilThen_NothingChangesByItself() =>
        Check.Holds(2_000, TeamScenario.From, scenario =>
        {
            var now = scenario.Fold;
            var next = now.NextChange ?? scenario.Now.AddYears(1);
            return next > scenario.Now && AreEqual(now, (scenario with { Now = next.AddTicks(-1) }).Fold);
        });

    private static (TeamMember[] Gone, TeamMember[] Stay) Split(TeamScenario scenario)
    {
        TeamMember[] members = [.. scenario.MembersWith(member => member.Ledger)];
        var gone = members.Length / 2;
        return (members[..gone], members[gone..]);
    }

    private static SealedDays SealedOf(TeamScenario scenario, IEnumerable<TeamMember> gone) => new(
        gone.SelectMany(member => SealedDays.Of(scenario.Challenge, member, scenario.Today).Counts)
            .GroupBy(day => day.Key, day => day.Value)
            .ToImmutableDictionary(day => day.Key, day => new TeamCount(day.Sum(count => count.Done), day.Sum(count => count.Due))));

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
