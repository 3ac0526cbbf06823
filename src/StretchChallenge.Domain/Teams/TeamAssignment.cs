using System.Collections.Immutable;

namespace StretchChallenge.Domain.Teams;

/// <summary>Puts people into teams so that the sizes differ by one at most, where those who are in a team already allow it.</summary>
public static class TeamAssignment
{
    /// <summary>Assigns each person to a team: always to the smallest one, by chance among equals.</summary>
    /// <param name="people">Who is to be assigned.</param>
    /// <param name="sizes">The teams with their members so far, without these people.</param>
    /// <param name="random">Decides who comes to whom.</param>
    /// <returns>The team of each person; nothing where there is no team.</returns>
    public static ImmutableDictionary<UserId, TeamId> Balance(
        IEnumerable<UserId> people, IReadOnlyDictionary<TeamId, int> sizes, Random random)
    {
        UserId[] shuffled = [.. people.Distinct().OrderBy(person => person.Value, StringComparer.Ordinal)];
        random.Shuffle(shuffled);
        var queue = new PriorityQueue<TeamId, (int Size, int Chance)>(
            sizes.OrderBy(team => team.Key.Value, StringComparer.Ordinal).Select(team => (team.Key, (team.Value, random.Next()))));
        var assigned = ImmutableDictionary.CreateBuilder<UserId, TeamId>();
        foreach (var person in shuffled)
        {
            if (!queue.TryDequeue(out var team, out var place))
            {
                break;
            }

            assigned.Add(person, team);
            queue.Enqueue(team, (place.Size + 1, random.Next()));
        }

        return assigned.ToImmutable();
    }
}
