using System.Collections.Immutable;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Properties of every ranking, by sorting or by the index.</summary>
public sealed class RankingPropertyTests
{
    [Fact]
    public void Order_AnyRows_IsAValidCompetitionRanking() =>
        Check.Holds(2_000, Rows, rows =>
        {
            var order = Ranking.Order(rows);
            var scores = rows.ToDictionary(row => row.Id, row => row.Score);
            return order.Length == rows.Length
                && order.All(row => row.Rank == RankByCounting(scores[row.Id], rows))
                && order.Zip(order.Skip(1)).All(pair => StandsBefore(pair.First, pair.Second));
        });

    [Fact]
    public void Order_RowsInAnyOrderOfArrival_GivesTheSame() =>
        Check.Holds(500, Rows, rows => Ranking.Order(rows).SequenceEqual(Ranking.Order(rows.Reverse())));

    [Fact]
    public void RankIndex_AfterAnyChanges_ListsAndRanksAsTheSortedBoard() =>
        Check.Holds(200, seed => new IndexedBoard(seed), board => board.AgreesWithTheSortedBoard());

    /// <summary>So many people on few scores that their places fill, split and empty blocks.</summary>
    [Fact]
    public void RankIndex_ManyPeopleOnFewScores_ListsThemInOrder() =>
        Check.Holds(20, seed => new Random(seed), random =>
        {
            var index = new RankIndex(ScoreEncoding.Streak, Comparer<int>.Default);
            var scores = new Dictionary<int, int>();
            for (var change = 0; change < 6_000; change++)
            {
                var ordinal = random.Next(2_000);
                if (random.Next(4) > (change < 3_000 ? 0 : 2))
                {
                    index.Set(ordinal, BoardScore.PersonStreak(scores[ordinal] = random.Next(3), 3), listed: true);
                }
                else
                {
                    index.Remove(ordinal);
                    scores.Remove(ordinal);
                }
            }

            int[] sorted = [.. scores.Keys.OrderByDescending(ordinal => scores[ordinal]).ThenBy(ordinal => ordinal)];
            var middle = sorted.Length / 2;
            return index.Count == sorted.Length
                && index.Top(2_000).Select(row => row.Ordinal).SequenceEqual(sorted)
                && index.Above(sorted[middle], 2_000).Select(row => row.Ordinal).SequenceEqual(sorted[..middle])
                && index.Below(sorted[middle], 2_000).Select(row => row.Ordinal).SequenceEqual(sorted[(middle + 1)..]);
        });

    private static bool StandsBefore(RankedRow one, RankedRow other) =>
        (one.Rank ?? int.MaxValue) < (other.Rank ?? int.MaxValue)
        || (one.Rank == other.Rank && string.CompareOrdinal(one.Id, other.Id) < 0);

    private static int? RankByCounting(BoardScore? score, ScoredRow[] rows) =>
        score is null ? null : 1 + rows.Count(row => row.Score > score);

    private static ScoredRow[] Rows(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(12)).Select(index =>
            new ScoredRow($"{(char)('a' + random.Next(26))}{(char)('A' + index)}", Score(random)))];
    }

    private static BoardScore? Score(Random random) =>
        random.Next(4) == 0 ? null : new BoardScore(random.Next(3), random.Next(3), random.Next(2));
}

/// <summary>A rank index after random changes, and the rows that it should contain.</summary>
internal sealed class IndexedBoard
{
    private readonly int _seed;
    private readonly string[] _ids;
    private readonly RankIndex _index;
    private readonly Dictionary<int, (BoardScore? Score, bool Listed)> _rows = [];

    public IndexedBoard(int seed)
    {
        var random = new Random(_seed = seed);
        var board = random.Next(2) == 0 ? BoardKind.PersonStreak : BoardKind.PersonConsistency;
        _ids = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Guid.CreateVersion7().ToString()).OrderBy(_ => random.Next())];
        _index = new RankIndex(ScoreEncoding.Of(board), Comparer<int>.Create((one, other) => string.CompareOrdinal(_ids[one], _ids[other])));
        for (var change = random.Next(100); change > 0; change--)
        {
            Change(random, random.Next(_ids.Length), board);
        }
    }

    public override string ToString() => $"seed {_seed}, {_rows.Count} people";

    public bool AgreesWithTheSortedBoard()
    {
        var sorted = Ranking.Order(_rows.Select(row => new ScoredRow(_ids[row.Key], row.Value.Score)));
        var listed = sorted.Where(row => _rows[Array.IndexOf(_ids, row.Id)].Listed).ToImmutableArray();
        return _index.Count == _rows.Count
            && sorted.All(row => _index.RankOf(Array.IndexOf(_ids, row.Id)) == row.Rank)
            && AgreesCounting(amongListed: false)
            && AgreesCounting(amongListed: true)
            && AreSame(_index.Top(5), listed.Take(5))
            && AreSame(_index.Top(100), listed)
            && _rows.Keys.All(ordinal => AgreesAround(ordinal, sorted, listed));
    }

    private bool AgreesCounting(bool amongListed)
    {
        var counted = _rows.Values.Where(row => row.Score is not null && (row.Listed || !amongListed)).ToArray();
        var histogram = _index.Histogram(amongListed);
        return histogram.Values.Sum() == counted.Length
            && histogram.All(score => score.Value == counted.Count(row => row.Score == score.Key))
            && _rows.All(row => row.Value.Score is not { } score
                || _index.RankOf(row.Key, amongListed) == 1 + counted.Count(other => other.Score > score));
    }

    private bool AgreesAround(int ordinal, ImmutableArray<RankedRow> sorted, ImmutableArray<RankedRow> listed)
    {
        var before = sorted.TakeWhile(row => row.Id != _ids[ordinal]).Where(listed.Contains);
        var after = sorted.SkipWhile(row => row.Id != _ids[ordinal]).Skip(1).Where(listed.Contains);
        return AreSame(_index.Above(ordinal, 3), before.TakeLast(3)) && AreSame(_index.Below(ordinal, 2), after.Take(2));
    }

    private bool AreSame(IEnumerable<RankedPerson> people, IEnumerable<RankedRow> rows) =>
        people.Select(person => new RankedRow(_ids[person.Ordinal], person.Rank)).SequenceEqual(rows);

    private void Change(Random random, int ordinal, BoardKind board)
    {
        if (random.Next(5) == 0)
        {
            _rows.Remove(ordinal);
            _index.Remove(ordinal);
            return;
        }

        var row = (Score(random, board), random.Next(3) > 0);
        _rows[ordinal] = row;
        _index.Set(ordinal, row.Item1, row.Item2);
    }

    private static BoardScore? Score(Random random, BoardKind board)
    {
        var due = random.Next(1, 9);
        return board == BoardKind.PersonStreak
            ? BoardScore.PersonStreak(random.Next(4), random.Next(4))
            : BoardScore.PersonConsistency(100 * random.Next(due + 1) / due, random.Next(3), due, leaveDays: random.Next(9));
    }
}
