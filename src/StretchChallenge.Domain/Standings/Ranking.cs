using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>Competition ranking of a board that is small enough to be sorted (rule 20).</summary>
public static class Ranking
{
    /// <summary>
    /// The rows from the best down. Equal scores share a rank and the next is skipped: 1, 2, 2, 4; inside a rank ids stand
    /// in ordinal order. Unranked rows stand last, likewise.
    /// </summary>
    public static ImmutableArray<RankedRow> Order(IEnumerable<ScoredRow> rows)
    {
        var sorted = rows
            .OrderByDescending(row => row.Score.HasValue)
            .ThenByDescending(row => row.Score.GetValueOrDefault())
            .ThenBy(row => row.Id, StringComparer.Ordinal)
            .ToArray();
        var ranked = ImmutableArray.CreateBuilder<RankedRow>(sorted.Length);
        var rank = 1;
        for (var index = 0; index < sorted.Length; index++)
        {
            var row = sorted[index];
            rank = index > 0 && row.Score != sorted[index - 1].Score ? index + 1 : rank;
            ranked.Add(new RankedRow(row.Id, row.Score is null ? null : rank));
        }

        return ranked.MoveToImmutable();
    }
}
