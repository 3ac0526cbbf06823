using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>A listed person with their ordinal in the <see cref="RankIndex" /> and their rank, or null for none.</summary>
public readonly record struct RankedPerson(int Ordinal, int? Rank);

/// <summary>The ranks of any number of people on one person board, updated with every change (rule 20).</summary>
/// <remarks>
/// <para>People are ordinals (small whole numbers) assigned by the owner; scores are codes of a <see cref="ScoreEncoding" />. A
/// Fenwick tree counts people by score, so that an update and a rank cost O(log scores) for any number of people.</para>
/// <para>Everybody is ranked, but only people who opted in are listed (rule 21). Those are kept in a list per score, unsorted;
/// the order of ids within a rank is established when rows are read, for no more rows than were asked for.</para>
/// <para>Not thread-safe.</para>
/// </remarks>
/// <param name="scale">The encoding of the board's scores; code 0 is "not ranked" and sorts last.</param>
/// <param name="idOrder">Compares two ordinals by the ordinal order of the ids behind them.</param>
/// <param name="capacity">The expected number of people.</param>
public sealed class RankIndex(ScoreEncoding scale, IComparer<int> idOrder, int capacity = 0)
{
    private readonly IComparer<int> _reverseOrder = Comparer<int>.Create((one, other) => idOrder.Compare(other, one));
    private readonly FenwickTree _people = new(scale.Size);
    private readonly BucketLists _listed = new(scale.Size, capacity);

    /// <summary>The number of people on the board, ranked or not.</summary>
    public int Count => _people.Total;

    /// <summary>Whether the person is on the board.</summary>
    public bool Contains(int ordinal) => _listed.Contains(ordinal);

    /// <summary>Adds a person, or changes their score and whether they are listed by name.</summary>
    public void Set(int ordinal, BoardScore? score, bool listed)
    {
        var code = scale.Encode(score);
        if (_listed.Contains(ordinal))
        {
            _people.Add(_listed.BucketOf(ordinal), -1);
        }

        _people.Add(code, 1);
        _listed.Set(ordinal, code, listed);
    }

    /// <summary>Removes a person; does nothing when they are not on the board.</summary>
    public void Remove(int ordinal)
    {
        if (_listed.Contains(ordinal))
        {
            _people.Add(_listed.BucketOf(ordinal), -1);
            _listed.Remove(ordinal);
        }
    }

    /// <summary>The person's rank among everybody, listed or not; null when they have none or are not on the board.</summary>
    public int? RankOf(int ordinal) => _listed.Contains(ordinal) ? RankOfScore(_listed.BucketOf(ordinal)) : null;

    /// <summary>The first listed people of the board, best first.</summary>
    public ImmutableArray<RankedPerson> Top(int count) => [.. Downwards(_listed.Lower(scale.Size), null, count)];

    /// <summary>The listed people directly above a person, best first; empty when the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Above(int ordinal, int count) =>
        Contains(ordinal) ? [.. Upwards(_listed.BucketOf(ordinal), ordinal, count).Reverse()] : [];

    /// <summary>The listed people directly below a person, best first; empty when the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Below(int ordinal, int count) =>
        Contains(ordinal) ? [.. Downwards(_listed.BucketOf(ordinal), ordinal, count)] : [];

    private IEnumerable<RankedPerson> Downwards(int score, int? after, int count)
    {
        for (; score >= 0 && count > 0; score = _listed.Lower(score), after = null)
        {
            foreach (var row in RowsOf(score, new TopK(count, idOrder, after)))
            {
                count--;
                yield return row;
            }
        }
    }

    private IEnumerable<RankedPerson> Upwards(int score, int? after, int count)
    {
        for (; score >= 0 && count > 0; score = _listed.Higher(score), after = null)
        {
            foreach (var row in RowsOf(score, new TopK(count, _reverseOrder, after)))
            {
                count--;
                yield return row;
            }
        }
    }

    private IEnumerable<RankedPerson> RowsOf(int score, TopK selection)
    {
        for (var ordinal = _listed.First(score); ordinal >= 0; ordinal = _listed.Next(ordinal))
        {
            selection.Add(ordinal);
        }

        var rank = RankOfScore(score);
        return selection.Items.Select(ordinal => new RankedPerson(ordinal, rank));
    }

    private int? RankOfScore(int score) => score == 0 ? null : _people.SumAbove(score) + 1;

    /// <summary>Keeps the first <paramref name="count" /> of the ordinals added, sorted.</summary>
    /// <param name="count">How many to keep.</param>
    /// <param name="order">The order of the ordinals.</param>
    /// <param name="after">When given, only ordinals after this one are kept.</param>
    private readonly struct TopK(int count, IComparer<int> order, int? after)
    {
        private readonly List<int> _items = [];

        /// <summary>The ordinals kept, in order.</summary>
        public IReadOnlyList<int> Items => _items;

        /// <summary>Keeps the ordinal if it is among the first ones so far.</summary>
        public void Add(int ordinal)
        {
            if (after is { } start && order.Compare(ordinal, start) <= 0)
            {
                return;
            }

            if (_items.Count == count)
            {
                if (order.Compare(ordinal, _items[^1]) >= 0)
                {
                    return;
                }

                _items.RemoveAt(count - 1);
            }

            var index = _items.BinarySearch(ordinal, order);
            _items.Insert(index < 0 ? ~index : index, ordinal);
        }
    }
}
