using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>A listed person with their ordinal in the <see cref="RankIndex" /> and their rank, or null for none.</summary>
public readonly record struct RankedPerson(int Ordinal, int? Rank);

/// <summary>The ranks of any number of people on one person board, updated with every change (rule 20).</summary>
/// <remarks>
/// <para>People are ordinals (small whole numbers) assigned by the owner; scores are codes of a <see cref="ScoreEncoding" />.
/// Fenwick trees count everybody and the listed by score, so that a rank costs O(log scores) for any number of people.</para>
/// <para>Everybody is ranked, but only people who opted in are listed. Those are kept in the board's order, so that
/// rows are read in O(log people + rows) even where everybody is tied.</para>
/// <para>Not thread-safe.</para>
/// </remarks>
public sealed class RankIndex
{
    private readonly ScoreEncoding _scale;
    private readonly FenwickTree _people;
    private readonly FenwickTree _listedPeople;
    private readonly SortedBlocks? _listed;
    private Place[] _places;

    /// <summary>Creates an empty board.</summary>
    /// <param name="scale">The encoding of the board's scores; code 0 is "not ranked" and sorts last.</param>
    /// <param name="idOrder">Compares two ordinals by the ordinal order of the ids behind them; null for ranks without rows.</param>
    /// <param name="capacity">The expected number of people.</param>
    public RankIndex(ScoreEncoding scale, IComparer<int>? idOrder, int capacity = 0)
    {
        _scale = scale;
        _people = new FenwickTree(scale.Size);
        _listedPeople = new FenwickTree(scale.Size);
        _places = new Place[capacity];
        _listed = idOrder is null ? null : new SortedBlocks(Comparer<int>.Create((one, other) =>
            _places[one].Code != _places[other].Code
                ? _places[other].Code.CompareTo(_places[one].Code)
                : idOrder.Compare(one, other)));
    }

    /// <summary>The number of people on the board, ranked or not.</summary>
    public int Count => _people.Total;

    /// <summary>The number of people on the board who are listed by name.</summary>
    public int Listed => _listedPeople.Total;

    /// <summary>Whether the person is on the board.</summary>
    public bool Contains(int ordinal) => PlaceOf(ordinal).IsTaken;

    /// <summary>Adds a person, or changes their score and whether they are listed by name.</summary>
    public void Set(int ordinal, BoardScore? score, bool listed) => Move(ordinal, new Place(_scale.Encode(score), listed));

    /// <summary>Removes a person; does nothing when they are not on the board.</summary>
    public void Remove(int ordinal) => Move(ordinal, default);

    /// <summary>The person's rank; null when they have none or are not on the board.</summary>
    /// <param name="ordinal">The person, listed or not.</param>
    /// <param name="amongListed">Whether only the listed count, and not everybody.</param>
    public int? RankOf(int ordinal, bool amongListed = false) => PlaceOf(ordinal) is { IsTaken: true, Code: > 0 } place
        ? Counts(amongListed).SumAbove(place.Code) + 1
        : null;

    /// <summary>How many people have each score, everybody or the listed ones, without those who have no rank.</summary>
    public Dictionary<BoardScore, int> Histogram(bool amongListed)
    {
        var counts = Counts(amongListed);
        return Enumerable.Range(1, _scale.Size - 1).Where(code => counts[code] > 0).ToDictionary(ScoreEncoding.Decode, code => counts[code]);
    }

    /// <summary>The first listed people of the board, best first.</summary>
    public ImmutableArray<RankedPerson> Top(int count) => Ranked(Order.All().Take(count));

    /// <summary>The listed people directly above a person, best first; empty when the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Above(int ordinal, int count) =>
        Contains(ordinal) ? Ranked(Order.Before(ordinal).Take(count).Reverse()) : [];

    /// <summary>The listed people directly below a person, best first; empty when the person is not on the board.</summary>
    public ImmutableArray<RankedPerson> Below(int ordinal, int count) =>
        Contains(ordinal) ? Ranked(Order.After(ordinal).Take(count)) : [];

    private SortedBlocks Order => _listed ?? throw new InvalidOperationException("The index keeps no rows.");

    private FenwickTree Counts(bool amongListed) => amongListed ? _listedPeople : _people;

    private ImmutableArray<RankedPerson> Ranked(IEnumerable<int> people) =>
        [.. people.Select(ordinal => new RankedPerson(ordinal, RankOf(ordinal)))];

    private Place PlaceOf(int ordinal) => ordinal < _places.Length ? _places[ordinal] : default;

    private void Move(int ordinal, Place to)
    {
        var from = PlaceOf(ordinal);
        if (from == to)
        {
            return;
        }

        if (from.IsTaken)
        {
            _people.Add(from.Code, -1);
        }

        if (from.IsListed)
        {
            _listedPeople.Add(from.Code, -1);
            _listed?.Remove(ordinal);
        }

        Grow(ordinal);
        _places[ordinal] = to;
        if (to.IsTaken)
        {
            _people.Add(to.Code, 1);
        }

        if (to.IsListed)
        {
            _listedPeople.Add(to.Code, 1);
            _listed?.Add(ordinal);
        }
    }

    private void Grow(int ordinal)
    {
        if (ordinal >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(ordinal + 1, _places.Length + (_places.Length / 4)));
        }
    }

    /// <summary>A person's place on the board in two bytes; the default is none.</summary>
    private readonly record struct Place
    {
        private const int Taken = 0x8000;
        private const int Listed = 0x4000;

        private readonly ushort _bits;

        public Place(int code, bool listed) => _bits = (ushort)(Taken | (listed ? Listed : 0) | code);

        public bool IsTaken => (_bits & Taken) != 0;

        public bool IsListed => (_bits & Listed) != 0;

        public int Code => _bits & ~(Taken | Listed);
    }
}
