using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <summary>A person on the boards of a challenge, with the streak as it was folded last.</summary>
internal sealed class Participant(PersonRecord record, Participation participation)
{
    private DayLedger _ledger = record.ToLedger();
    private PersonStreak? _streak;
    private PersonStreak? _morning;

    /// <summary>The person's id.</summary>
    public string Id { get; } = record.Id.Value;

    /// <summary>Whether boards list the person by name (rule 21).</summary>
    public bool IsListed => record.ShowName;

    /// <summary>Whether the person has left the challenge.</summary>
    public bool IsAway => participation.IsAway;

    /// <summary>The first instant at which the streak changes by itself; null if never.</summary>
    public DateTimeOffset? NextChange => _streak?.NextChange;

    /// <summary>The person's team intervals.</summary>
    public ImmutableArray<MembershipRecord> Memberships => record.Memberships;

    /// <summary>Takes the days after a commit.</summary>
    public void Take(DayLedger ledger) => _ledger = ledger;

    /// <summary>Folds the streak anew, and as it stood at the last instant before today.</summary>
    public void Fold(DateTimeOffset now, DateTimeOffset? eve)
    {
        _streak = StreakFold.Fold(participation.Calendar, _ledger, now);
        _morning = eve is { } then ? StreakFold.Fold(participation.Calendar, _ledger, then) : null;
    }

    /// <summary>The score on a board of people; null where not ranked.</summary>
    public BoardScore? ScoreOn(BoardKind board) => BoardScore.Of(board, _streak!);

    /// <summary>The score before today; null where not ranked then.</summary>
    public BoardScore? MorningScoreOn(BoardKind board) => _morning is null ? null : BoardScore.Of(board, _morning);

    /// <summary>The row in its place, with the one before today.</summary>
    public BoardRow Row(int? rank, int? morning) => new(Id, record.DisplayName, rank, _streak!.Current, _streak.Best)
    {
        Done = _streak.DoneDue,
        Due = _streak.Due,
        Pending = _streak.PendingDue,
        BasisPoints = _streak.BasisPoints,
        MorningRank = morning,
    };
}
