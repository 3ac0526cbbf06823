using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Storage.Users;

/// <summary>People's days and calendars. Check-ins and undos are written by <see cref="ILedgerWriter" />.</summary>
/// <remarks>Each load reads a consistent snapshot in one round trip, for any number of people.</remarks>
public interface IPeopleStore
{
    /// <summary>Returns one person; null when there is no such account.</summary>
    Task<PersonRecord?> LoadAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns everybody who ever joined the challenge, in ordinal order of their ids, with all that is stored of them. Boards and
    /// teams read <see cref="IParticipantStore" /> instead.
    /// </summary>
    Task<ImmutableArray<PersonRecord>> LoadParticipantsAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Replaces all of the person's zone changes (rule 3).</summary>
    Task SaveZoneChangesAsync(UserId user, ImmutableArray<ZoneChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Replaces all of the person's work patterns (rule 10).</summary>
    Task SaveWorkPatternsAsync(UserId user, ImmutableArray<WorkPatternChange> patterns, CancellationToken cancellationToken = default);

    /// <summary>Adds time off, all of it or none (rule 6).</summary>
    Task AddTimeOffAsync(UserId user, ImmutableArray<TimeOffRecord> timeOff, CancellationToken cancellationToken = default);

    /// <summary>Changes the dates of time off; returns false when the person has none with this id.</summary>
    Task<bool> ReplaceTimeOffAsync(UserId user, TimeOffRecord timeOff, CancellationToken cancellationToken = default);

    /// <summary>Deletes time off; returns false when the person has none with this id.</summary>
    Task<bool> RemoveTimeOffAsync(UserId user, string timeOffId, CancellationToken cancellationToken = default);

    /// <summary>Returns an earlier command with its answer; null when it is new.</summary>
    Task<CommandRecord?> FindCommandAsync(UserId user, string commandId, CancellationToken cancellationToken = default);

    /// <summary>Deletes everybody's commands that were recorded before an instant; returns their number.</summary>
    Task<int> DeleteCommandsAsync(DateTimeOffset before, CancellationToken cancellationToken = default);

    /// <summary>Returns whether a run was completed; a run completes once (rule 11).</summary>
    Task<bool> IsRunCompletedAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>Returns the time that the person's runs and live sessions have occupied since an instant (rule 11).</summary>
    Task<ImmutableArray<OccupiedTimeRecord>> LoadOccupiedTimeAsync(
        UserId user, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Returns the seconds of all routines that the person completed on these dates of record, both included.</summary>
    Task<long> SumSecondsAsync(UserId user, DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>Returns in how many live sessions the person took part on these dates of record, both included (rule 12).</summary>
    Task<int> CountSessionsAsync(UserId user, DateOnly from, DateOnly to, CancellationToken cancellationToken = default);
}

/// <summary>Everything stored about one person, as of one moment: enough to derive every streak (rule 8).</summary>
/// <param name="Id">The person's account.</param>
/// <param name="DisplayName">The name shown if the person opted in.</param>
/// <param name="ShowName">Whether boards show the person's name (rule 21).</param>
/// <param name="ZoneId">The IANA zone given at registration.</param>
/// <param name="ZoneChanges">Later zones, in the order of the changes (rule 3).</param>
/// <param name="WorkPatterns">Own work patterns, in the order of the changes (rule 10).</param>
/// <param name="TimeOff">Time off, ordered by first day (rule 6).</param>
/// <param name="Credits">The completed days, ordered by date; at most one per date (rule 1).</param>
/// <param name="Enrolments">Every challenge the person ever joined.</param>
/// <param name="Memberships">Every team interval, grouped by challenge, in the order in which they were saved (rule 15).</param>
public sealed record PersonRecord(
    UserId Id,
    string DisplayName,
    bool ShowName,
    string ZoneId,
    ImmutableArray<ZoneChange> ZoneChanges,
    ImmutableArray<WorkPatternChange> WorkPatterns,
    ImmutableArray<TimeOffRecord> TimeOff,
    ImmutableArray<CreditRecord> Credits,
    ImmutableArray<EnrolmentRecord> Enrolments,
    ImmutableArray<MembershipRecord> Memberships)
{
    /// <summary>The days that organisers corrected, each in one challenge, ordered by date (rule 22).</summary>
    public ImmutableArray<CorrectionRecord> Corrections { get; init; } = [];

    /// <summary>The challenges whose days were purged, with what is kept of them.</summary>
    public ImmutableArray<PersonResult> Results { get; init; } = [];

    /// <summary>What is kept of the person's days in a challenge; null while the days themselves are stored.</summary>
    public PersonResult? ResultIn(ChallengeId challenge) => Results.FirstOrDefault(result => result.ChallengeId == challenge);
}

/// <summary>What is kept of a person's days in a challenge once they are purged.</summary>
public sealed record PersonResult
{
    /// <summary>The challenge.</summary>
    public ChallengeId ChallengeId { get; init; }

    /// <summary>The person.</summary>
    public UserId UserId { get; init; }

    /// <summary>The streak at the end.</summary>
    public int Streak { get; init; }

    /// <summary>The longest streak.</summary>
    public int Best { get; init; }

    /// <summary>The freezes left.</summary>
    public int Freezes { get; init; }

    /// <summary>The due days.</summary>
    public int Due { get; init; }

    /// <summary>How many of them were done.</summary>
    public int Done { get; init; }

    /// <summary>The days that time off made off-days.</summary>
    public int LeaveDays { get; init; }

    /// <summary>The first day that was done and not self-reported; null where there was none (rule 15).</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>The minutes of all routines in the challenge's days.</summary>
    public int Minutes { get; init; }

    /// <summary>In how many live breaks the person took part.</summary>
    public int Together { get; init; }

    /// <summary>What the fold counted. No day is pending any more.</summary>
    public StreakTotals Totals => new(Streak, Best, Freezes, Due, Done, PendingDue: 0, LeaveDays);
}

/// <summary>The credit of a person's date of record; at most one per date (rule 1).</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Kind">How the day was completed.</param>
/// <param name="RecordedAt">When the server accepted it: a self-report can be undone only on that day (rule 9).</param>
public sealed record CreditRecord(DateOnly Date, CreditKind Kind, DateTimeOffset RecordedAt);

/// <summary>Time that a completed run or a credited live session occupies.</summary>
/// <param name="RunId">The id of its completion.</param>
/// <param name="Interval">The time.</param>
public sealed record OccupiedTimeRecord(string RunId, TimeInterval Interval);

/// <summary>A person's time off, both ends included (rule 6).</summary>
/// <param name="Id">Unique for the person.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="EnteredOn">The person's date on which it was entered, from which back-dating is counted.</param>
public sealed record TimeOffRecord(string Id, DateOnly From, DateOnly To, DateOnly EnteredOn);
