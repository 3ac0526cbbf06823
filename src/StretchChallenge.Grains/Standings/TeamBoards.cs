using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Grains.Standings;

/// <summary>The team boards of one challenge. There are few teams, so every read sorts them; only teams that changed are read again.</summary>
internal sealed class TeamBoards(IGrainFactory grains)
{
    private readonly Dictionary<string, TeamSnapshot> _teams = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    private readonly Dictionary<BoardKind, Dictionary<string, int?>> _startOfDayRanks = [];
    private readonly Dictionary<BoardKind, ImmutableArray<BoardRow>> _rows = [];

    /// <summary>The first instant at which a row changes with time alone; null if none does.</summary>
    public DateTimeOffset? NextChange => _teams.Values.Min(team => team.NextChange);

    /// <summary>How many teams there are.</summary>
    public int Total => _teams.Count;

    /// <summary>Marks a team to be read again: it is new, or its members' days changed.</summary>
    public void Touch(string teamId) => _stale.Add(teamId);

    /// <summary>Reads every team that changed, or whose standing changed with time since the last call.</summary>
    public async Task RefreshAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _stale.UnionWith(_teams.Values.Where(team => team.NextChange <= now).Select(team => team.TeamId));
        foreach (var id in _stale.ToArray())
        {
            // Removed before the call, so that a team that changes meanwhile is read once more.
            _stale.Remove(id);
            await ReadAsync(id, cancellationToken);
        }
    }

    private async Task ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await grains.GetGrain<ITeamGrain>(id).GetSnapshotAsync(cancellationToken) is { } team)
            {
                _teams[id] = team;
                _startOfDayRanks.Clear();
                _rows.Clear();
            }
        }
        catch
        {
            _stale.Add(id);
            throw;
        }
    }

    /// <summary>All rows of a board, best first. They are kept until a team changes, because every watcher's own row is found in them.</summary>
    public ImmutableArray<BoardRow> Rows(BoardKind board)
    {
        if (!_rows.TryGetValue(board, out var rows))
        {
            rows = RankedRows(board);
            _rows.Add(board, rows);
        }

        return rows;
    }

    /// <summary>A team's row and the ones around it; null when the team does not exist.</summary>
    public OwnRow? Own(BoardKind board, string teamId, int around)
    {
        var rows = Rows(board);
        var place = rows.IndexOf(rows.FirstOrDefault(row => row.Id == teamId)!);
        return place < 0 ? null : new OwnRow(
            rows[place],
            [.. rows.Take(place).TakeLast(around), .. rows.Skip(place + 1).Take(around)]);
    }

    private ImmutableArray<BoardRow> RankedRows(BoardKind board) =>
    [
        .. Ranking.Order(_teams.Values.Select(team => new ScoredRow(team.TeamId, ScoreOn(board, team))))
            .Select(ranked => Row(_teams[ranked.Id], ranked.Rank, StartOfDayRanksOf(board).GetValueOrDefault(ranked.Id))),
    ];

    private static BoardScore? ScoreOn(BoardKind board, TeamSnapshot team) =>
        ScoreOn(board, team.Streak, team.Best, team.MicroPoints, team.Started);

    private static BoardScore? ScoreOn(BoardKind board, TeamScores team) =>
        ScoreOn(board, team.Streak, team.Best, team.MicroPoints, team.Started);

    private static BoardScore? ScoreOn(BoardKind board, int streak, int best, long microPoints, int started) =>
        board == BoardKind.TeamStreak
            ? BoardScore.TeamStreak(streak, best, microPoints, started)
            : BoardScore.TeamPoints(microPoints, streak, started);

    // The ranks at the start of today change at midnight, and when somebody changes an earlier day.
    private Dictionary<string, int?> StartOfDayRanksOf(BoardKind board)
    {
        if (!_startOfDayRanks.TryGetValue(board, out var ranks))
        {
            ranks = Ranking.Order(_teams.Values
                    .Where(team => team.StartOfDay is not null)
                    .Select(team => new ScoredRow(team.TeamId, ScoreOn(board, team.StartOfDay!))))
                .ToDictionary(ranked => ranked.Id, ranked => ranked.Rank, StringComparer.Ordinal);
            _startOfDayRanks.Add(board, ranks);
        }

        return ranks;
    }

    private static BoardRow Row(TeamSnapshot team, int? rank, int? startOfDayRank) => new(team.TeamId, team.Name, rank, team.Streak, team.Best)
    {
        Points = team.MicroPoints / TeamCount.MicroPointsPerPoint,
        Members = team.Members,
        Today = team.Today,
        StartOfDayRank = startOfDayRank,
    };
}
