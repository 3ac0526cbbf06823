using System.Text;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// The people of a challenge in the order in which they came, each with an ordinal: found by id, and compact, because there may
/// be a million of them. Nobody is removed.
/// </summary>
internal sealed class PersonTable
{
    private const int MostReplacedText = 1 << 16;

    private readonly HashSet<int> _byId;
    private readonly HashSet<int>.AlternateLookup<ReadOnlySpan<byte>> _find;
    private readonly Dictionary<TeamId, int> _teamNumbers = [];
    private readonly List<TeamId> _teams = [];

    // By the number of a team: the first person whose latest team it is, from whom the others are linked, and everybody who was in
    // it before they were in another one.
    private readonly List<int> _latestMembers = [];
    private readonly Dictionary<int, HashSet<int>> _earlierMembers = [];

    // The team intervals before the latest one, by ordinal: almost everybody is in one team and never changes it.
    private readonly Dictionary<int, TeamInterval[]> _earlierTeams = [];
    private PersonEntry[] _entries;
    private TextPool _texts = new();
    private long _replacedText;

    /// <summary>Creates an empty table for an expected number of people.</summary>
    public PersonTable(int capacity)
    {
        _entries = new PersonEntry[capacity];
        _byId = new HashSet<int>(capacity, new IdComparer(this));
        _find = _byId.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>How many people there are; ordinals are smaller.</summary>
    public int Count { get; private set; }

    /// <summary>Compares ordinals by the ordinal order of their ids.</summary>
    public int CompareIds(int one, int other) => IdOf(one).SequenceCompareTo(IdOf(other));

    /// <summary>The person with an ordinal, to be read or changed; valid until somebody is added.</summary>
    public ref PersonEntry this[int ordinal] => ref _entries[ordinal];

    /// <summary>The person's ordinal, or null.</summary>
    public int? Find(string id) => _find.TryGetValue(Encoding.UTF8.GetBytes(id), out var ordinal) ? ordinal : null;

    /// <summary>The person's id.</summary>
    public string IdTextOf(int ordinal) => Encoding.UTF8.GetString(IdOf(ordinal));

    /// <summary>The person's name.</summary>
    public string NameOf(int ordinal) => Encoding.UTF8.GetString(_texts.Name(_entries[ordinal].Text));

    /// <summary>Adds a person, or replaces their entry; returns the ordinal.</summary>
    /// <param name="person">The person.</param>
    /// <param name="zone">The number of their zone.</param>
    public int Put(BoardPerson person, int zone)
    {
        TeamInterval[] teams = [.. person.Teams.Select(Number)];
        var entry = new PersonEntry(person, zone, teams.Length == 0 ? new TeamInterval(-1, default) : teams[^1]);
        if (Find(person.Id.Value) is { } known)
        {
            entry.Text = TextFor(known, person);
            Replace(known, entry, teams);
            ShrinkTexts();
            return known;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(16, Count + (Count / 4)));
        }

        entry.Text = _texts.Add(person.Id.Value, person.Name);
        _entries[Count] = entry;
        _byId.Add(Count);
        SetEarlierTeams(Count, teams);
        Link(Count);
        return Count++;
    }

    /// <summary>The person's team intervals.</summary>
    public IEnumerable<TeamMembership> TeamsOf(int ordinal)
    {
        foreach (var earlier in EarlierTeamsOf(ordinal))
        {
            yield return MembershipOf(earlier);
        }

        if (_entries[ordinal].LatestTeam >= 0)
        {
            yield return MembershipOf(_entries[ordinal].LatestInterval);
        }
    }

    /// <summary>The ordinals of everybody who has an interval in the team.</summary>
    public IEnumerable<int> MembersOf(TeamId team) => _teamNumbers.TryGetValue(team, out var number)
        ? LatestMembers(number).Concat(
            _earlierMembers.GetValueOrDefault(number, []).Where(ordinal => IsOnlyEarlierIn(ordinal, number)))
        : [];

    private ReadOnlySpan<byte> IdOf(int ordinal) => _texts.Id(_entries[ordinal].Text);

    private TeamMembership MembershipOf(TeamInterval interval) => new(_teams[interval.Team], interval.Days);

    private TeamInterval[] EarlierTeamsOf(int ordinal) => _earlierTeams.GetValueOrDefault(ordinal, []);

    private void SetEarlierTeams(int ordinal, TeamInterval[] teams)
    {
        if (teams.Length > 1)
        {
            _earlierTeams[ordinal] = teams[..^1];
        }
        else
        {
            _earlierTeams.Remove(ordinal);
        }
    }

    private bool IsOnlyEarlierIn(int ordinal, int team) =>
        _entries[ordinal].LatestTeam != team && EarlierTeamsOf(ordinal).Any(interval => interval.Team == team);

    private int TextFor(int ordinal, BoardPerson person)
    {
        var place = _entries[ordinal].Text;
        if (NameOf(ordinal) == person.Name)
        {
            return place;
        }

        _replacedText += _texts.LengthAt(place);
        return _texts.Add(person.Id.Value, person.Name);
    }

    // So that somebody who renames themselves again and again takes no memory.
    private void ShrinkTexts()
    {
        if (_replacedText <= Math.Max(MostReplacedText, _texts.Length / 2))
        {
            return;
        }

        var texts = new TextPool();
        foreach (ref var entry in _entries.AsSpan(0, Count))
        {
            entry.Text = texts.Add(_texts, entry.Text);
        }

        (_texts, _replacedText) = (texts, 0);
    }

    private IEnumerable<int> LatestMembers(int team)
    {
        for (var ordinal = _latestMembers[team]; ordinal >= 0; ordinal = _entries[ordinal].NextMember)
        {
            yield return ordinal;
        }
    }

    private void Replace(int ordinal, PersonEntry entry, TeamInterval[] teams)
    {
        SetEarlierTeams(ordinal, teams);
        if (entry.LatestTeam == _entries[ordinal].LatestTeam)
        {
            entry.NextMember = _entries[ordinal].NextMember;
            _entries[ordinal] = entry;
            NoteEarlierTeams(ordinal);
            return;
        }

        Unlink(ordinal);
        _entries[ordinal] = entry;
        Link(ordinal);
    }

    private void Link(int ordinal)
    {
        ref var person = ref _entries[ordinal];
        if (person.LatestTeam is var team && team >= 0)
        {
            person.NextMember = _latestMembers[team];
            _latestMembers[team] = ordinal;
        }

        NoteEarlierTeams(ordinal);
    }

    private void NoteEarlierTeams(int ordinal)
    {
        foreach (var earlier in EarlierTeamsOf(ordinal))
        {
            if (!_earlierMembers.TryGetValue(earlier.Team, out var members))
            {
                _earlierMembers.Add(earlier.Team, members = []);
            }

            members.Add(ordinal);
        }
    }

    private void Unlink(int ordinal)
    {
        ref var person = ref _entries[ordinal];
        if (person.LatestTeam < 0)
        {
            return;
        }

        if (_latestMembers[person.LatestTeam] == ordinal)
        {
            _latestMembers[person.LatestTeam] = person.NextMember;
        }
        else
        {
            _entries[LatestMembers(person.LatestTeam).First(other => _entries[other].NextMember == ordinal)].NextMember = person.NextMember;
        }
    }

    private TeamInterval Number(TeamMembership membership)
    {
        if (!_teamNumbers.TryGetValue(membership.Team, out var number))
        {
            number = _teams.Count;
            _teams.Add(membership.Team);
            _latestMembers.Add(-1);
            _teamNumbers.Add(membership.Team, number);
        }

        return new TeamInterval(number, membership.Days);
    }

    /// <summary>Finds ordinals by the id in UTF-8, so that no id is stored twice.</summary>
    private sealed class IdComparer(PersonTable table) : IEqualityComparer<int>, IAlternateEqualityComparer<ReadOnlySpan<byte>, int>
    {
        public bool Equals(int one, int other) => one == other;

        public int GetHashCode(int ordinal) => GetHashCode(table.IdOf(ordinal));

        public bool Equals(ReadOnlySpan<byte> id, int ordinal) => id.SequenceEqual(table.IdOf(ordinal));

        public int GetHashCode(ReadOnlySpan<byte> id)
        {
            var hash = default(HashCode);
            hash.AddBytes(id);
            return hash.ToHashCode();
        }

        public int Create(ReadOnlySpan<byte> id) => throw new NotSupportedException("People are added by their ordinals.");
    }
}

/// <summary>The days of a membership, with the team's number in its table.</summary>
internal readonly record struct TeamInterval(int Team, DateRange Days);

/// <summary>One person of a <see cref="PersonTable" />: 72 bytes, and no object, so that the collector passes a million by.</summary>
internal struct PersonEntry
{
    // The days of the latest team are kept as numbers, because a struct in a struct is aligned to 8 bytes.
    private readonly int _latestFrom;
    private readonly int _latestTo;

    public PersonEntry(BoardPerson person, int zone, TeamInterval latest)
    {
        (LatestTeam, _latestFrom, _latestTo) = (latest.Team, latest.Days.From.DayNumber, latest.Days.To.DayNumber);
        Zone = zone;
        IsListed = person.IsListed;
        IsAway = person.IsAway;
        Joined = (byte)Math.Clamp(person.Calendar.Challenge.DayOf(person.Calendar.Joined), 0, DaySet.Capacity);
        Days = new ChallengeDays(person.Calendar.Days, person.Credited.Since(Joined));
    }

    /// <summary>The person's days.</summary>
    public ChallengeDays Days { get; set; }

    /// <summary>The place of the id and the name in the pool.</summary>
    public int Text { get; set; }

    /// <summary>The number of the team that the person joined last; -1 when they never were in one.</summary>
    public int LatestTeam { get; }

    /// <summary>The ordinal of another person with the same latest team; -1 for none.</summary>
    public int NextMember { get; set; } = -1;

    /// <summary>The number of the person's zone.</summary>
    public int Zone { get; }

    /// <summary>The day on which the person joined, at the earliest the first numbered one.</summary>
    public byte Joined { get; }

    /// <summary>Whether boards list the person by name.</summary>
    public bool IsListed { get; }

    /// <summary>Whether the person has left the challenge.</summary>
    public bool IsAway { get; }

    /// <summary>The latest team interval.</summary>
    public readonly TeamInterval LatestInterval =>
        new(LatestTeam, new DateRange(DateOnly.FromDayNumber(_latestFrom), DateOnly.FromDayNumber(_latestTo)));
}
