using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Tests.Properties;

namespace StretchChallenge.Domain.Tests.Teams;

public sealed class TeamAssignmentTests
{
    [Fact]
    public void Balance_AnySizes_DifferByOneAtMostWhereThatIsPossible() =>
        Check.Holds(500, seed => new Random(seed), random =>
        {
            var sizes = Enumerable.Range(0, random.Next(1, 9)).ToDictionary(index => new TeamId($"t{index}"), _ => random.Next(12));
            var people = random.Next(60);
            var assigned = TeamAssignment.Balance(People(people), sizes, random);
            var after = sizes.Select(team => (Before: team.Value, After: team.Value + assigned.Values.Count(each => each == team.Key))).ToList();
            var smallest = after.Min(team => team.After);

            // Only a team that was larger all along may be more than one above the smallest.
            return assigned.Count == people && after.All(team => team.After == team.Before || team.After <= smallest + 1);
        });

    [Fact]
    public void Balance_WithoutTeams_AssignsNobody() =>
        Assert.Empty(TeamAssignment.Balance(People(3), new Dictionary<TeamId, int>(), new Random(1)));

    [Fact]
    public void Balance_OtherChance_MixesPeople()
    {
        var sizes = new Dictionary<TeamId, int> { [new("a")] = 0, [new("b")] = 0 };

        var ways = Enumerable.Range(0, 20).Select(seed => string.Join(',', TeamAssignment.Balance(People(6), sizes, new Random(seed))
            .OrderBy(one => one.Key.Value, StringComparer.Ordinal).Select(one => one.Value)));

        Assert.True(ways.Distinct().Count() > 3);
    }

    private static IEnumerable<UserId> People(int count) => Enumerable.Range(0, count).Select(number => new UserId($"p{number}"));
}
