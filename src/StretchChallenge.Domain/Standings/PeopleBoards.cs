using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>The person boards of one challenge, for up to millions of people. Only who changed is folded again.</summary>
/// <remarks>
/// A person costs less than 200 bytes, id and name included: sets of days, a code for each board and a place in its order. Rows
/// are folded when they are read. Not thread-safe.
/// </remarks>
public sealed class PeopleBoards
{
    private const int MostFoldsNoted = 10_000;

    /// <summary>
    /// With fewer unlisted people than this, those who watch a board are told the scores and ranks of the listed alone: the
    /// number of people by score would tell the score of a person who did not opt in (rule 21).
    /// </summary>
    public const int MinUnlisted = 5;

    private static readonly ImmutableArray<BoardKind> Kinds = [.. BoardKinds.All.Where(board => !board.IsTeamBoard())];

    private readonly ChallengeCalendar _challenge;
    private readonly PersonTable _people;
    private readonly ZoneClocks _zones;
    private readonly Dictionary<BoardKind, RankIndex> _indexes;
    private readonly Dictionary<BoardKind, RankIndex> _startOfDay;

    // The people whose days are purged, by their ordinals.
    private readonly Dictionary<int, PurgedDays> _purged = [];

    // The ordinals of people who changed. A new set after each fold, because it may have held everybody.
    private HashSet<int> _changed = [];

    // The ordinals of people folded since ForgetFolds; null when they are too many to be noted.
    private HashSet<int>? _folded = [];

    private bool _isNew = true;

    // The next ordinal to look at while zones are folded again; null while none is.
    private int? _sweep;

    /// <summary>Creates the boards of a challenge.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="capacity">The expected number of people.</param>
    public PeopleBoards(ChallengeCalendar challenge, int capacity = 0)
    {
        _challenge = challenge;
        _people = new PersonTable(capacity);
        _zones = new ZoneClocks(challenge);
        var idOrder = Comparer<int>.Create(_people.CompareIds);
        _indexes = Kinds.ToDictionary(board => board, board => new RankIndex(ScoreEncoding.Of(board), idOrder, capacity));
        _startOfDay = Kinds.ToDictionary(board => board, board => new RankIndex(ScoreEncoding.Of(board), idOrder: null, capacity));
    }

    /// <summary>The first instant at which a row changes with time alone; null if none does.</summary>
    public DateTimeOffset? NextChange => _zones.NextChange;

    /// <summary>How many people are on the boards.</summary>
    public int Total => _indexes[BoardKind.PersonStreak].Count;

    /// <summary>Whether so few people are unlisted that watchers are told of the listed alone.</summary>
    public bool HasFewUnlisted => Total - _indexes[BoardKind.PersonStreak].Listed < MinUnlisted;

    /// <summary>Adds a person to the boards, or replaces their entry.</summary>
    public void Put(BoardPerson person)
    {
        var ordinal = _people.Put(person, _zones.NumberOf(person.Calendar.Zone));
        _changed.Add(ordinal);
        if (person.Purged is { } purged)
        {
            _purged[ordinal] = purged;
        }
    }

    /// <summary>Replaces a person's done days; returns false when the person is not known.</summary>
    public bool SetDays(string userId, DayLedger ledger)
    {
        if (_people.Find(userId) is not { } ordinal)
        {
            return false;
        }

        ref var entry = ref _people[ordinal];
        entry.Days = entry.Days with { Credited = ledger.In(_challenge, entry.Joined) };
        _changed.Add(ordinal);
        return true;
    }

    /// <summary>
    /// Brings the boards up to an instant: folds everybody who changed, and those for whom a midnight or a noon has passed.
    /// </summary>
    /// <param name="now">The instant.</param>
    /// <param name="beforeToday">The end of yesterday in the challenge's zone; null outside the challenge.</param>
    /// <param name="mostFolds">How many people to fold in this call.</param>
    /// <returns>Whether everybody is up to date; otherwise call again.</returns>
    public bool Refresh(DateTimeOffset now, DateTimeOffset? beforeToday, int mostFolds = int.MaxValue)
    {
        _sweep = _zones.Advance(now, beforeToday) ? 0 : _sweep;
        if (_isNew)
        {
            // No zone has had a clock yet, so the sweep comes to everybody.
            _changed = [];
            _isNew = false;
        }

        foreach (var ordinal in _changed)
        {
            if (mostFolds-- <= 0)
            {
                return false;
            }

            Fold(ordinal);
            _changed.Remove(ordinal);
        }

        _changed = [];
        return Sweep(mostFolds);
    }

    /// <summary>Whether a person's row may have changed since the last <see cref="ForgetFolds" />, apart from its ranks.</summary>
    public bool WasFolded(string userId) => _folded is null || (_people.Find(userId) is { } ordinal && _folded.Contains(ordinal));

    /// <summary>Begins to note anew whose row changes.</summary>
    public void ForgetFolds() => _folded = [];

    /// <summary>How many people have each score, without those who have no rank: everybody or the listed ones.</summary>
    public Dictionary<BoardScore, int> Histogram(BoardKind board, bool amongListed) => _indexes[board].Histogram(amongListed);

    /// <summary>The first listed rows of a board, with ranks among everybody or among the listed.</summary>
    public ImmutableArray<PersonRow> Top(BoardKind board, int count, bool amongListed = false) =>
        Rows(board, _indexes[board].Top(count), amongListed);

    /// <summary>A person's own row, listed or not; null when they are not on the board.</summary>
    public PersonRow? Own(BoardKind board, string userId, bool amongListed = false) =>
        Find(board, userId) is { } ordinal ? RowOf(board, ordinal, amongListed) : null;

    /// <summary>The listed rows directly above and below a person, best first.</summary>
    public ImmutableArray<PersonRow> Around(BoardKind board, string userId, int count, bool amongListed = false) =>
        Find(board, userId) is { } ordinal
            ?
            [
                .. Rows(board, _indexes[board].Above(ordinal, count), amongListed),
                .. Rows(board, _indexes[board].Below(ordinal, count), amongListed),
            ]
            : [];

    /// <summary>The team intervals of a person who may have left; empty when the person is not known.</summary>
    public IEnumerable<TeamMembership> TeamsOf(string userId) => _people.Find(userId) is { } ordinal ? _people.TeamsOf(ordinal) : [];

    /// <summary>Everybody who is or was a member of a team, also those who have left the challenge.</summary>
    public ImmutableArray<TeamMember> MembersOf(TeamId team) => [.. _people.MembersOf(team).Select(ordinal => ToMember(team, ordinal))];

    /// <summary>Everybody who ever joined, each as a member of one team throughout.</summary>
    public IEnumerable<TeamMember> Everybody =>
        Enumerable.Range(0, _people.Count).Select(ordinal => ToMember(ordinal, [DateRange.Since(DateOnly.MinValue)]));

    /// <summary>The team on a date of a person on the boards, or null.</summary>
    public TeamId? TeamOn(string userId, DateOnly date) => Find(BoardKind.PersonStreak, userId) is { } ordinal
        ? MembershipRules.MembershipOn([.. _people.TeamsOf(ordinal)], date)?.Team
        : null;

    private TeamMember ToMember(TeamId team, int ordinal) =>
        ToMember(ordinal, [.. _people.TeamsOf(ordinal).Where(one => one.Team == team).Select(one => one.Days)]);

    private TeamMember ToMember(int ordinal, ImmutableArray<DateRange> memberships)
    {
        return _purged.TryGetValue(ordinal, out var purged)
            ? new TeamMember(new UserId(_people.IdTextOf(ordinal)), memberships, _challenge, purged.Started)
            : new TeamMember(new UserId(_people.IdTextOf(ordinal)), memberships, _challenge, _people[ordinal].Days);
    }

    private bool Sweep(int mostFolds)
    {
        for (; _sweep < _people.Count; _sweep++)
        {
            if (_zones.IsDue(_people[_sweep.Value].Zone))
            {
                if (mostFolds-- <= 0)
                {
                    return false;
                }

                Fold(_sweep.Value);
            }
        }

        if (_sweep is not null)
        {
            _zones.Settle();
            _sweep = null;
        }

        return true;
    }

    private void Fold(int ordinal)
    {
        _folded = _folded?.Count < MostFoldsNoted ? _folded : null;
        _folded?.Add(ordinal);
        ref var person = ref _people[ordinal];
        var now = TotalsOf(ordinal);
        StreakTotals? before = _zones.StartOfDay(person.Zone) is not { } clock ? null
            : _purged.ContainsKey(ordinal) ? now
            : StreakFold.Fold(_challenge, person.Days, clock);
        foreach (var board in Kinds)
        {
            if (person.IsAway)
            {
                _indexes[board].Remove(ordinal);
                _startOfDay[board].Remove(ordinal);
            }
            else
            {
                _indexes[board].Set(ordinal, BoardScore.Of(board, now), person.IsListed);
                _startOfDay[board].Set(ordinal, before is { } totals ? BoardScore.Of(board, totals) : null, person.IsListed);
            }
        }
    }

    private int? Find(BoardKind board, string userId) =>
        _people.Find(userId) is { } ordinal && _indexes[board].Contains(ordinal) ? ordinal : null;

    private ImmutableArray<PersonRow> Rows(BoardKind board, ImmutableArray<RankedPerson> ranked, bool amongListed) =>
        [.. ranked.Select(person => RowOf(board, person.Ordinal, amongListed))];

    private PersonRow RowOf(BoardKind board, int ordinal, bool amongListed) => new(
        _people.IdTextOf(ordinal),
        _people.NameOf(ordinal),
        _indexes[board].RankOf(ordinal, amongListed),
        _startOfDay[board].RankOf(ordinal, amongListed),
        TotalsOf(ordinal));

    private StreakTotals TotalsOf(int ordinal) => _purged.TryGetValue(ordinal, out var purged)
        ? purged.Totals
        : StreakFold.Fold(_challenge, _people[ordinal].Days, _zones.Clock(_people[ordinal].Zone));
}
