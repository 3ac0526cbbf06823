using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>A row to be ranked; a null score means no rank.</summary>
public readonly record struct ScoredRow(string Id, BoardScore? Score);

/// <summary>A ranked row; a null rank means none.</summary>
public readonly record struct RankedRow(string Id, int? Rank);

/// <summary>Competition ranking by sorting, for boards of a few hundred rows (rule 20).</summary>
public static class Ranking
{
    /// <summary>
    /// Sorts rows from best to worst. Equal scores share a rank and the ranks after them are skipped: 1, 2, 2, 4. Rows of one
    /// rank are in ordinal order of their ids. Rows without a rank come last, in the same order.
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
