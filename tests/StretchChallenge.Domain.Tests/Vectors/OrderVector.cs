using System.Text.Json;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>The order and the ranks of a board; a board of people comes out the same from the index.</summary>
internal sealed record OrderVector(string Board, OrderRowVector[] Rows)
{
    public object Result()
    {
        var board = BoardKinds.TryParse(Board, out var found) ? found : throw new JsonException($"No board: {Board}");
        var rows = Rows.Select(row => row.On(board)).ToArray();
        var order = Ranking.Order(rows);
        if (!board.IsOfTeams())
        {
            Assert.Equal(order, IndexedOrder(board, rows));
        }

        return order;
    }

    private static RankedRow[] IndexedOrder(BoardKind board, ScoredRow[] rows)
    {
        var byId = Comparer<int>.Create((one, other) => string.CompareOrdinal(rows[one].Id, rows[other].Id));
        var index = new RankIndex(PersonScale.Of(board), byId);
        for (var ordinal = 0; ordinal < rows.Length; ordinal++)
        {
            index.Set(ordinal, rows[ordinal].Score, listed: true);
        }

        return [.. index.Top(rows.Length).Select(row => new RankedRow(rows[row.Ordinal].Id, row.Rank))];
    }
}
