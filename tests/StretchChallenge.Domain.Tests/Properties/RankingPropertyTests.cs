using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>What holds of every ranking, sorted or indexed.</summary>
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
