using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>The ranks of any number of people on one board, kept up to date at each change (rules 19 to 21).</summary>
/// <remarks>
/// <para>People are small ordinals that the owner hands out; scores are numbers of a <see cref="PersonScale" />. A Fenwick
/// tree counts everybody by score, so that a change and a rank cost O(log scores) whatever the number of people, and 16
/// bytes a person.</para>
/// <para>Only people who opted in are listed (rule 21): they are chained by score, in no order. The order of ids inside a
/// rank (rule 20) is made when rows are listed, by a selection that keeps no more than the rows asked for.</para>
/// <para>Not safe for use by several threads at once.</para>
/// </remarks>
/// <param name="scale">The board's scores; 0 is "not ranked" and stands last.</param>
/// <param name="idOrder">Compares two ordinals by the ordinal order of the ids behind them.</param>
/// <param name="capacity">How many people to make room for at first.</param>
public sealed class RankIndex(PersonScale scale, IComparer<int> idOrder, int capacity = 0)
{
    private readonly IComparer<int> _reverse = Comparer<int>.Create((one, other) => idOrder.Compare(other, one));
    private readonly FenwickTree _people = new(scale.Size);
    private readonly ScoreLists _lists = new(scale.Size, capacity);

    /// <summary>How many people are on the board, ranked or not.</summary>
    public int Count => _people.Total;

    /// <summary>Whether the person is on the board.</summary>
    public bool Contains(int ordinal) => _lists.Contains(ordinal);

    /// <summary>Puts a person on the board, or changes their score and whether they are listed by name.</summary>
    public void Set(int ordinal, BoardScore? score, bool listed)
    {
        var next = scale.Encode(score);
        if (_lists.Contains(ordinal))
        {
            _people.Add(_lists.ScoreOf(ordinal), -1);
        }

        _people.Add(next, 1);
        _lists.Set(ordinal, next, listed);
    }

    /// <summary>Takes a person off the board; nothing happens where they are not on it.</summary>
    public void Remove(int ordinal)
    {
        if (_lists.Contains(ordinal))
        {
            _people.Add(_lists.ScoreOf(ordinal), -1);
            _lists.Remove(ordinal);
        }
    }

    /// <summary>The person's rank among everybody, listed or not; null where they have none or are not on the board.</summary>
    public int? RankOf(int ordinal) => _lists.Contains(ordinal) ? RankOfScore(_lists.ScoreOf(ordinal)) : null;

    /// <summary>The first listed people of the board, best first.</summary>
    public ImmutableArray<RankedPerson> Top(int count) => [.. Down(_lists.Lower(scale.Size), null, count)];

    /// <summary>The listed people right above a person, best first; none where the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Above(int ordinal, int count) =>
        Contains(ordinal) ? [.. Up(_lists.ScoreOf(ordinal), ordinal, count).Reverse()] : [];

    /// <summary>The listed people right below a person, best first; none where the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Below(int ordinal, int count) =>
        Contains(ordinal) ? [.. Down(_lists.ScoreOf(ordinal), ordinal, count)] : [];

    private IEnumerable<RankedPerson> Down(int score, int? after, int count)
    {
        for (; score >= 0 && count > 0; score = _lists.Lower(score), after = null)
        {
            foreach (var row in RowsOf(score, new BoundedSelection(count, idOrder, after)))
            {
                count--;
                yield return row;
            }
        }
    }

    private IEnumerable<RankedPerson> Up(int score, int? after, int count)
    {
        for (; score >= 0 && count > 0; score = _lists.Higher(score), after = null)
        {
            foreach (var row in RowsOf(score, new BoundedSelection(count, _reverse, after)))
            {
                count--;
                yield return row;
            }
        }
    }

    private IEnumerable<RankedPerson> RowsOf(int score, BoundedSelection selection)
    {
        for (var ordinal = _lists.First(score); ordinal >= 0; ordinal = _lists.Next(ordinal))
        {
            selection.Offer(ordinal);
        }

        var rank = RankOfScore(score);
        return selection.Chosen.Select(ordinal => new RankedPerson(ordinal, rank));
    }

    private int? RankOfScore(int score) => score == 0 ? null : _people.SumAbove(score) + 1;
}
