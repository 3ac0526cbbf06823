using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>The day of the caller's team changed (rule 21).</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Done">How many members are done today.</param>
/// <param name="Needed">How many more the team's goal needs; null for small teams and on neutral days.</param>
public sealed record TeamTodayChanged(string TeamId, int Done, int? Needed);

/// <summary>The caller's own day changed: it was done or undone in another browser, or another day has begun.</summary>
/// <param name="Date">Today, in the zone that they had when they began to watch.</param>
public sealed record TodayChanged(DateOnly Date);

/// <summary>
/// The people on this server who watch their day, and what they were told of their team's last. Their own row on the board of
/// people's streaks, and their team's row on that of teams' streaks, tell what changed.
/// </summary>
internal sealed class DayWatches(TimeProvider time)
{
    /// <summary>The boards on which a person's day shows.</summary>
    public static readonly ImmutableArray<BoardKind> Boards = [BoardKind.PersonStreak, BoardKind.TeamStreak];

    private readonly Lock _lock = new();
    private readonly Dictionary<PersonalWatch, DayWatch> _watches = [];

    /// <summary>The name of the SignalR group of a person's own connections.</summary>
    public static string GroupOf(string userId) => $"me:{userId}";

    /// <summary>Adds a connection of a person in a zone.</summary>
    public void Add(PersonalWatch watch, TimeZoneInfo zone)
    {
        lock (_lock)
        {
            var before = _watches.GetValueOrDefault(watch);
            _watches[watch] = new DayWatch((before?.Connections ?? 0) + 1, zone, before?.Team);
        }
    }

    /// <summary>Removes a connection of a person.</summary>
    public void Remove(PersonalWatch watch)
    {
        lock (_lock)
        {
            if (_watches.TryGetValue(watch, out var day) && day.Connections > 1)
            {
                _watches[watch] = day with { Connections = day.Connections - 1 };
            }
            else
            {
                _watches.Remove(watch);
            }
        }
    }

    /// <summary>The watches of people in a challenge.</summary>
    public ImmutableArray<PersonalWatch> In(string challengeId)
    {
        lock (_lock)
        {
            return [.. _watches.Keys.Where(watch => watch.Board.ChallengeId == challengeId)];
        }
    }

    /// <summary>What to tell a person whose own row changed; null when they do not watch their day, or the row is their team's.</summary>
    public TodayChanged? UpdateOwn(PersonalWatch watch)
    {
        lock (_lock)
        {
            return !watch.Board.Board.IsTeamBoard() && _watches.TryGetValue(watch, out var day)
                ? new TodayChanged(ZoneTimeline.Fixed(day.Zone).DateAt(time.GetUtcNow()))
                : null;
        }
    }

    /// <summary>Notes a person's team row; returns what to tell them, null when they know it or do not watch.</summary>
    /// <param name="watch">The person and the board.</param>
    /// <param name="row">The team's row; null when they are in no team.</param>
    /// <param name="isFirst">Whether the person has just read the day themselves, so that they need not be told what nobody told them before.</param>
    public TeamTodayChanged? UpdateTeam(PersonalWatch watch, BoardRow? row, bool isFirst = false)
    {
        lock (_lock)
        {
            if (row is not { Today: { } today, Id: var id } || !_watches.TryGetValue(watch, out var day))
            {
                return null;
            }

            var now = new TeamTodayChanged(id, today.Done, today.Needed);
            _watches[watch] = day with { Team = now };
            return now == day.Team || (isFirst && day.Team is null) ? null : now;
        }
    }

    private sealed record DayWatch(int Connections, TimeZoneInfo Zone, TeamTodayChanged? Team);
}
