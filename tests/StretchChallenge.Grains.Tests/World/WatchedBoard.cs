using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>A board as a client has it: a snapshot, and the changes since in their turn; it computes the ranks of people itself.</summary>
internal sealed class WatchedBoard
{
    private readonly BoardKind _board;
    private readonly Dictionary<string, BoardRow> _rows;
    private readonly Dictionary<BoardScore, int> _scores;

    public WatchedBoard(BoardSnapshot snapshot)
    {
        _board = snapshot.Board;
        Version = snapshot.Version;
        Total = snapshot.Total;
        _rows = snapshot.Rows.ToDictionary(row => row.Id);
        _scores = (snapshot.Scores ?? []).ToDictionary(ScoreOf, score => score.People);
    }

    public long Version { get; private set; }

    public int Total { get; private set; }

    /// <summary>How many have each score.</summary>
    public IReadOnlyDictionary<BoardScore, int> Scores => _scores;

    /// <summary>The rows with their ranks, best first.</summary>
    public IReadOnlyList<BoardRow> Rows => [.. _rows.Values
        .Select(row => row with { Rank = RankOf(row) })
        .OrderBy(row => row.Rank ?? int.MaxValue)
        .ThenBy(row => row.Id, StringComparer.Ordinal)];

    public void Apply(StandingsChange change)
    {
        Assert.Equal(++Version, change.Version);
        Assert.Equal(_board.IsTeamBoard(), change.Scores is null);
        Total = change.Total;
        foreach (var id in change.Removed)
        {
            Assert.True(_rows.Remove(id), $"{id} was removed, but was not there.");
        }

        foreach (var row in change.Rows)
        {
            _rows[row.Id] = row.StartOfDayRank == BoardRow.KnownRank ? row with { StartOfDayRank = _rows[row.Id].StartOfDayRank } : row;
        }

        foreach (var score in change.Scores ?? [])
        {
            Assert.NotEqual(score.People, _scores.GetValueOrDefault(ScoreOf(score)));
            _scores[ScoreOf(score)] = score.People;
        }
    }

    /// <summary>The rank of a row, listed or the own one: one more than have a better score.</summary>
    public int? RankOf(BoardRow row) => row.Rank is null || _board.IsTeamBoard()
        ? row.Rank
        : 1 + _scores.Where(score => score.Key > ScoreOf(row)).Sum(score => score.Value);

    private BoardScore ScoreOf(BoardRow row) =>
        _board == BoardKind.PersonStreak ? new BoardScore(row.Streak, row.Best) : new BoardScore(row.Percent!.Value, row.Streak);

    private static BoardScore ScoreOf(ScoreCount score) => new(score.First, score.Second);
}
