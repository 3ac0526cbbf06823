using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>From all the counts that organisers see, no group of fewer than five due people can be computed (rule 21).</summary>
public sealed class ParticipationPropertyTests
{
    [Fact]
    public void Of_AnyChallenge_TellsOfNoGroupUnderFive() =>
        Check.Holds(500, Sample.From, sample => Enumerable.Range(0, sample.Counts.Days.Length).All(day => TellsOfNoSmallGroup(sample, day)));

    [Fact]
    public void Of_AnyChallenge_ShownCountsAreTrue() =>
        Check.Holds(300, Sample.From, sample => sample.Teams.Keys.All(team => sample.Counts.Days.Select((date, day) =>
            sample.Counts.Teams[team][day] is not { } shown || shown == sample.DueOn(team, date)).All(isTrue => isTrue)));

    // Everything that can be computed is a sum of shown counts with signs. The groups of a day are the teams and who is in none,
    // each due person in one; so a shown count is a set of people, and differences of disjoint or nested sets are sets too.
    private static bool TellsOfNoSmallGroup(Sample sample, int day)
    {
        var date = sample.Counts.Days[day];
        var shown = sample.Teams.Keys.Where(team => sample.Counts.Teams[team][day] is not null).ToArray();
        if (shown.Any(team => sample.DueOn(team, date).Due < ParticipationCounts.MinDue))
        {
            return false;
        }

        if (sample.Counts.Everybody[day] is not { } total)
        {
            return true;
        }

        // The total without any selection of shown teams: the least rest is that without all of them.
        var rest = total.Due - shown.Sum(team => sample.DueOn(team, date).Due);
        return rest is 0 or >= ParticipationCounts.MinDue;
    }

    private sealed record Sample(
        int Seed, ParticipationCounts Counts, ImmutableDictionary<TeamId, ImmutableArray<TeamMember>> Teams)
    {
        public static Sample From(int seed)
        {
            var random = new Random(seed);
            var challenge = PersonScenario.Challenge(random);
            var (everybody, teams) = (new List<TeamMember>(), new Dictionary<TeamId, List<TeamMember>>());
            var sizes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(9)).ToArray();
            for (var team = 0; team <= sizes.Length; team++)
            {
                // The last group is in no team.
                var size = team < sizes.Length ? sizes[team] : random.Next(7);
                for (var member = 0; member < size; member++)
                {
                    var calendar = PersonScenario.Person(random, challenge);
                    var (id, ledger) = (new UserId($"{team}-{member}"), PersonScenario.LedgerOf(random, calendar));
                    everybody.Add(new TeamMember(id, [DateRange.Since(DateOnly.MinValue)], calendar, ledger));
                    if (team < sizes.Length)
                    {
                        var from = PersonScenario.DayOf(random, challenge.Start.AddDays(-5), challenge.End);
                        teams.TryAdd(new TeamId($"{team}"), []);
                        teams[new TeamId($"{team}")].Add(new TeamMember(id, [DateRange.Since(from)], calendar, ledger));
                    }
                }
            }

            var members = teams.ToImmutableDictionary(team => team.Key, team => team.Value.ToImmutableArray());
            var today = PersonScenario.DayOf(random, challenge.Start.AddDays(-2), challenge.End.AddDays(2));
            TeamParticipants[] participants = [.. members.Select(team => new TeamParticipants(team.Key, team.Value, SealedDays.None))];
            return new Sample(seed, ParticipationCounts.Of(challenge, today, everybody, participants), members);
        }

        public TeamCount DueOn(TeamId team, DateOnly date)
        {
            var due = Teams[team].Where(member => member.IsDueOn(date)).ToArray();
            return new TeamCount(due.Count(member => member.IsDoneOn(date)), due.Length);
        }

        public override string ToString() => $"seed {Seed}";
    }
}
