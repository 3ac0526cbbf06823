using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <summary>The person boards of one challenge. Only people who changed are folded again.</summary>
internal sealed class PeopleBoards
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    // By ordinal. Nobody is removed: somebody who leaves the challenge is away.
    private readonly List<Participant> _people = [];

    // The ordinals of people to fold again.
    private readonly HashSet<int> _stale = [];

    // When each row changes next with time alone; entries from before a fold are skipped when they are due.
    private readonly PriorityQueue<int, DateTimeOffset> _nextChanges = new();
    private readonly Dictionary<BoardKind, RankIndex> _indexes;
    private readonly Dictionary<BoardKind, RankIndex> _startOfDay;
    private DateTimeOffset? _beforeToday;

    public PeopleBoards()
    {
        var idOrder = Comparer<int>.Create((one, other) => string.CompareOrdinal(_people[one].Id, _people[other].Id));
        _indexes = NewIndexes(idOrder);
        _startOfDay = NewIndexes(idOrder);
    }

    /// <summary>The first instant at which a row changes with time alone; null if none does.</summary>
    public DateTimeOffset? NextChange => _nextChanges.TryPeek(out _, out var next) ? next : null;

    /// <summary>How many people are on the boards.</summary>
    public int Total => _indexes[BoardKind.PersonStreak].Count;

    /// <summary>The person, listed or not; null when they are not on the boards.</summary>
    public Participant? Find(string userId) => _ordinals.TryGetValue(userId, out var ordinal) ? _people[ordinal] : null;

    /// <summary>Adds a person to the boards, or replaces their entry.</summary>
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
    /// Folds everybody who changed, or whose streak changed with time since the last call. On a new day everybody is folded,
    /// because the scores at the start of the day change.
    /// </summary>
    public void Refresh(DateTimeOffset now, DateTimeOffset? beforeToday)
    {
        if (beforeToday != _beforeToday)
        {
            _beforeToday = beforeToday;
            _stale.UnionWith(Enumerable.Range(0, _people.Count));
        }

        while (_nextChanges.TryPeek(out var ordinal, out var at) && at <= now)
        {
            _nextChanges.Dequeue();
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

    /// <summary>A person's own row and the listed ones around it; null when they are not on the board.</summary>
    public OwnRow? Own(BoardKind board, string userId, int around)
    {
        var index = _indexes[board];
        return _ordinals.TryGetValue(userId, out var ordinal) && index.Contains(ordinal)
            ? new OwnRow(
                _people[ordinal].OwnRow(index.RankOf(ordinal), _startOfDay[board].RankOf(ordinal)),
                [.. Rows(board, index.Above(ordinal, around)), .. Rows(board, index.Below(ordinal, around))])
            : null;
    }

    private void Fold(int ordinal, DateTimeOffset now)
    {
        var person = _people[ordinal];
        person.Fold(now, _beforeToday);
        foreach (var (board, index) in _indexes)
        {
            if (person.IsAway)
            {
                index.Remove(ordinal);
                _startOfDay[board].Remove(ordinal);
            }
            else
            {
                index.Set(ordinal, person.ScoreOn(board), person.IsListed);
                _startOfDay[board].Set(ordinal, person.StartOfDayScoreOn(board), listed: false);
            }
        }

        if (person.NextChange is { } next)
        {
            _nextChanges.Enqueue(ordinal, next);
        }
    }

    private ImmutableArray<BoardRow> Rows(BoardKind board, ImmutableArray<RankedPerson> ranked) =>
        [.. ranked.Select(entry => RowOf(board, entry.Ordinal, entry.Rank))];

    private BoardRow RowOf(BoardKind board, int ordinal, int? rank) => _people[ordinal].Row(rank, _startOfDay[board].RankOf(ordinal));

    private static Dictionary<BoardKind, RankIndex> NewIndexes(IComparer<int> idOrder) => BoardKinds.All
        .Where(board => !board.IsTeamBoard())
        .ToDictionary(board => board, board => new RankIndex(ScoreEncoding.Of(board), idOrder));
}

/// <summary>A person on the boards of a challenge, with the streak of the last fold.</summary>
internal sealed class Participant(PersonRecord record, Participation participation)
{
    private DayLedger _ledger = record.ToLedger();
    private PersonStreak? _streak;
    private PersonStreak? _startOfDay;

    /// <summary>The person's id.</summary>
    public string Id { get; } = record.Id.Value;

    /// <summary>Whether boards list the person by name (rule 21).</summary>
    public bool IsListed => record.ShowName;

    /// <summary>Whether the person has left the challenge.</summary>
    public bool IsAway => participation.IsAway;

    /// <summary>The first instant at which the streak changes with time alone; null if never.</summary>
    public DateTimeOffset? NextChange => _streak?.NextChange;

    /// <summary>The person's team intervals.</summary>
    public ImmutableArray<MembershipRecord> Memberships => record.Memberships;

    /// <summary>Replaces the days after a commit.</summary>
    public void SetDays(DayLedger ledger) => _ledger = ledger;

    /// <summary>Folds the streak as of <paramref name="now" />, and as of the last instant before today.</summary>
    public void Fold(DateTimeOffset now, DateTimeOffset? beforeToday)
    {
        _streak = StreakFold.Fold(participation.Calendar, _ledger, now);
        _startOfDay = beforeToday is { } instant ? StreakFold.Fold(participation.Calendar, _ledger, instant) : null;
    }

    /// <summary>The score on a person board; null when not ranked.</summary>
    public BoardScore? ScoreOn(BoardKind board) => BoardScore.Of(board, _streak!.Totals);

    /// <summary>The score at the start of today; null when not ranked then.</summary>
    public BoardScore? StartOfDayScoreOn(BoardKind board) => _startOfDay is null ? null : BoardScore.Of(board, _startOfDay.Totals);

    /// <summary>The row for everybody, with its rank now and at the start of today.</summary>
    public BoardRow Row(int? rank, int? startOfDayRank) => new(Id, record.DisplayName, rank, _streak!.Current, _streak.Best)
    {
        Percent = _streak.Totals.Percent,
        StartOfDayRank = startOfDayRank,
    };

    /// <summary>The row for the person alone, with the days that the percent is computed from (rule 21).</summary>
    public BoardRow OwnRow(int? rank, int? startOfDayRank) => Row(rank, startOfDayRank) with
    {
        Done = _streak!.DoneDue,
        Due = _streak.Due,
        Pending = _streak.Totals.PendingDue,
    };
}
