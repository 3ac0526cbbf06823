using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>The boards of people of one challenge. Only who changed is folded anew.</summary>
internal sealed class PeopleBoards
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<Participant> _people = [];
    private readonly HashSet<int> _stale = [];
    private readonly PriorityQueue<int, DateTimeOffset> _changes = new();
    private readonly Dictionary<BoardKind, RankIndex> _indexes;
    private readonly Dictionary<BoardKind, RankIndex> _mornings;
    private DateTimeOffset? _eve;

    public PeopleBoards()
    {
        var idOrder = Comparer<int>.Create((one, other) => string.CompareOrdinal(_people[one].Id, _people[other].Id));
        _indexes = NewIndexes(idOrder);
        _mornings = NewIndexes(idOrder);
    }

    /// <summary>The first instant at which a row changes by itself; null if none does.</summary>
    public DateTimeOffset? NextChange => _changes.TryPeek(out _, out var next) ? next : null;

    /// <summary>How many people are on the boards.</summary>
    public int Total => _indexes[BoardKind.PersonStreak].Count;

    /// <summary>The person, listed or not; null where they are not on the boards.</summary>
    public Participant? Find(string userId) => _ordinals.TryGetValue(userId, out var ordinal) ? _people[ordinal] : null;

    /// <summary>Puts a person on the boards, or replaces all that is known of them.</summary>
    public void Put(Participant person)
    {
        if (_ordinals.TryGetValue(person.Id, out var ordinal))
        {
            _people[ordinal] = person;
        }
        else
        {
            ordinal = _people.Count;
            _people.Add(person);
            _ordinals.Add(person.Id, ordinal);
        }

        _stale.Add(ordinal);
    }

    /// <summary>Marks a person whose days changed.</summary>
    public void Touch(string userId) => _stale.Add(_ordinals[userId]);

    /// <summary>
    /// Folds everybody who changed, or whose streak changed by itself meanwhile; on a new day everybody, because what
    /// stood before it is another.
    /// </summary>
    public void Refresh(DateTimeOffset now, DateTimeOffset? eve)
    {
        if (eve != _eve)
        {
            _eve = eve;
            _stale.UnionWith(Enumerable.Range(0, _people.Count));
        }

        while (_changes.TryPeek(out var ordinal, out var at) && at <= now)
        {
            _changes.Dequeue();
            if (_people[ordinal].NextChange <= now)
            {
                _stale.Add(ordinal);
            }
        }

        foreach (var ordinal in _stale)
        {
            Fold(ordinal, now);
        }

        _stale.Clear();
    }

    /// <summary>The first listed rows of a board.</summary>
    public ImmutableArray<BoardRow> Top(BoardKind board, int count) => Rows(board, _indexes[board].Top(count));

    /// <summary>A person's own row and the listed ones around it; null where they are not on the board.</summary>
    public OwnRow? Own(BoardKind board, string userId, int around)
    {
        var index = _indexes[board];
        return _ordinals.TryGetValue(userId, out var ordinal) && index.Contains(ordinal)
            ? new OwnRow(
                RowOf(board, ordinal, index.RankOf(ordinal)),
                [.. Rows(board, index.Above(ordinal, around)), .. Rows(board, index.Below(ordinal, around))])
            : null;
    }

    private void Fold(int ordinal, DateTimeOffset now)
    {
        var person = _people[ordinal];
        person.Fold(now, _eve);
        foreach (var (board, index) in _indexes)
        {
            if (person.IsAway)
            {
                index.Remove(ordinal);
                _mornings[board].Remove(ordinal);
            }
            else
            {
                index.Set(ordinal, person.ScoreOn(board), person.IsListed);
                _mornings[board].Set(ordinal, person.MorningScoreOn(board), listed: false);
            }
        }

        if (person.NextChange is { } next)
        {
            _changes.Enqueue(ordinal, next);
        }
    }

    private ImmutableArray<BoardRow> Rows(BoardKind board, ImmutableArray<RankedPerson> ranked) =>
        [.. ranked.Select(entry => RowOf(board, entry.Ordinal, entry.Rank))];

    private BoardRow RowOf(BoardKind board, int ordinal, int? rank) => _people[ordinal].Row(rank, _mornings[board].RankOf(ordinal));

    private static Dictionary<BoardKind, RankIndex> NewIndexes(IComparer<int> idOrder) => BoardKinds.All
        .Where(board => !board.IsOfTeams())
        .ToDictionary(board => board, board => new RankIndex(PersonScale.Of(board), idOrder));
}
