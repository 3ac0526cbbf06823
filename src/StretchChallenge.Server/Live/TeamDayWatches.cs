using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>The day of the caller's team changed (rule 21).</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Done">How many members are done today.</param>
/// <param name="Needed">How many more the team's goal needs; null for small teams and on neutral days.</param>
public sealed record TeamTodayChanged(string TeamId, int Done, int? Needed);

/// <summary>
/// The people on this server who watch their team's day, with what they were told of it last. Their team's row on the board of
/// team streaks tells what changed.
/// </summary>
internal sealed class TeamDayWatches
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PersonalWatch, (int Connections, TeamTodayChanged? Last)> _watches = [];

    /// <summary>The name of the SignalR group of a person's own connections.</summary>
    public static string GroupOf(string userId) => $"me:{userId}";

    /// <summary>Adds a connection of a person.</summary>
    public void Add(PersonalWatch watch)
    {
        lock (_lock)
        {
            var (connections, last) = _watches.GetValueOrDefault(watch);
            _watches[watch] = (connections + 1, last);
        }
    }

    /// <summary>Removes a connection of a person.</summary>
    public void Remove(PersonalWatch watch)
    {
        lock (_lock)
        {
            if (_watches.TryGetValue(watch, out var entry) && entry.Connections > 1)
            {
                _watches[watch] = entry with { Connections = entry.Connections - 1 };
            }
            else
            {
                _watches.Remove(watch);
            }
        }
    }

    /// <summary>The people who watch their team's day in a challenge.</summary>
    public ImmutableArray<PersonalWatch> In(string challengeId)
    {
        lock (_lock)
        {
            return [.. _watches.Keys.Where(watch => watch.Board.ChallengeId == challengeId)];
        }
    }

    /// <summary>Notes a person's team row; returns what to tell them, null when they know it or do not watch.</summary>
    /// <param name="watch">The person and the board.</param>
    /// <param name="team">The team's row; null when they are in no team.</param>
    /// <param name="isFirst">Whether the person has just read the day themselves, so that they need not be told what nobody told them before.</param>
    public TeamTodayChanged? Update(PersonalWatch watch, BoardRow? team, bool isFirst = false)
    {
        lock (_lock)
        {
            if (team is not { Today: { } today, Id: var id } || !_watches.TryGetValue(watch, out var entry))
            {
                return null;
            }

            var now = new TeamTodayChanged(id, today.Done, today.Needed);
            _watches[watch] = entry with { Last = now };
            return now == entry.Last || (isFirst && entry.Last is null) ? null : now;
        }
    }
}
