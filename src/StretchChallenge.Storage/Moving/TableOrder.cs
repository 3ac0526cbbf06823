using System.Collections.Immutable;

namespace StretchChallenge.Storage.Moving;

/// <summary>The order in which foreign keys let tables be filled.</summary>
internal static class TableOrder
{
    /// <summary>The tables, each after all that it refers to; by name where nothing else decides.</summary>
    /// <param name="tables">All tables.</param>
    /// <param name="references">Who refers to whom; a table that refers to itself does not count.</param>
    /// <exception cref="InvalidOperationException">Tables refer to each other in a circle.</exception>
    public static ImmutableArray<string> Sort(IEnumerable<string> tables, ILookup<string, string> references)
    {
        var waiting = new SortedSet<string>(tables, StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<string>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(table => !references[table].Any(other => other != table && waiting.Contains(other)))
                ?? throw new InvalidOperationException($"These tables refer to each other in a circle: {string.Join(", ", waiting)}.");
            waiting.Remove(next);
            order.Add(next);
        }

        return order.MoveToImmutable();
    }
}
