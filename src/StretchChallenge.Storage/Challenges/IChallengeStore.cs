using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Storage.Challenges;

/// <summary>Challenges, their teams and who is in them.</summary>
public interface IChallengeStore
{
    /// <summary>Saves a new challenge with its organiser; returns false when another challenge has the code.</summary>
    Task<bool> CreateAsync(ChallengeRecord challenge, EnrolmentRecord organiser, CancellationToken cancellationToken = default);

    /// <summary>Whether there is a challenge with this id.</summary>
    Task<bool> ExistsAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Returns the challenge; null when there is none.</summary>
    Task<ChallengeRecord?> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Returns every challenge that the person ever joined, ordered by first day.</summary>
    Task<ImmutableArray<ChallengeRecord>> LoadForUserAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the versions of the person's enrolments and of their challenges, which every change of them counts up, so that what
    /// was loaded can be held against them.
    /// </summary>
    Task<ImmutableArray<EnrolmentVersion>> LoadVersionsAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Returns the challenge with this invitation code; null when there is none.</summary>
    Task<ChallengeRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Returns the roster; empty when there is no such challenge.</summary>
    Task<RosterRecord> LoadRosterAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Saves all settings but the code and the demo flag; returns false when there is no such challenge.</summary>
    Task<bool> SaveSettingsAsync(ChallengeRecord challenge, AuditEntry? audit = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes the challenge with all that belongs to it; returns the sessions that were deleted with it.</summary>
    Task<ImmutableArray<SessionId>> DeleteAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Gives the challenge a new code; returns false when another challenge has that code.</summary>
    Task<bool> RenewCodeAsync(ChallengeId challenge, string code, CancellationToken cancellationToken = default);

    /// <summary>Adds a team; returns false when the challenge has one of this name (case-insensitive).</summary>
    Task<bool> AddTeamAsync(TeamRecord team, CancellationToken cancellationToken = default);

    /// <summary>Returns the team; null when there is none.</summary>
    Task<TeamRecord?> FindTeamAsync(TeamId team, CancellationToken cancellationToken = default);

    /// <summary>Returns the teams of the challenge that are not closed, in ordinal order of their id.</summary>
    Task<ImmutableArray<TeamRecord>> LoadTeamsAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the latest IANA zones of everybody who is in the challenge now or left after its last day, each once: they decide when
    /// it closes (rule 22), which leaving does not change.
    /// </summary>
    Task<ImmutableArray<string>> LoadZonesAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a person's enrolment and replaces all their team intervals in the challenge, in one transaction; with what the audit log
    /// tells of it where an organiser did it. Nothing is saved where it is refused.
    /// </summary>
    Task<EnrolmentSaving> SaveEnrolmentAsync(
        EnrolmentRecord enrolment,
        ImmutableArray<MembershipRecord> memberships,
        AuditEntry? audit = null,
        CancellationToken cancellationToken = default);
}

/// <summary>A challenge and its settings.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its invitation code; unique, case-sensitive.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="ZoneId">The IANA zone of the team days (rule 17).</param>
/// <param name="WorkDays">The team days, and the default pattern of its participants.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
/// <param name="TeamThreshold">Percent of the due members needed for a team day (rule 17): 1 to 100.</param>
/// <param name="OrganisersMakeTeams">Whether only organisers may create teams.</param>
/// <param name="IsDemo">Whether it is the demo challenge.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record ChallengeRecord(
    ChallengeId Id,
    string Name,
    string Code,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string ZoneId,
    WorkDays WorkDays,
    ImmutableHashSet<DateOnly> Holidays,
    int TeamThreshold,
    bool OrganisersMakeTeams,
    bool IsDemo,
    DateTimeOffset CreatedAt)
{
    /// <summary>Who may plan live breaks ahead.</summary>
    public SessionPlanning Planning { get; init; }

    /// <summary>The hours in which its people usually work; null where nobody said.</summary>
    public WorkHours? WorkHours { get; init; }

    /// <summary>When it was cancelled: nothing later counts (rule 22); null where it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The challenge whose next season this one is; null where there is none.</summary>
    public ChallengeId? Follows { get; init; }

    /// <summary>The first date that a <see cref="DaySet" /> of the challenge has a number for.</summary>
    public DateOnly FirstNumberedDay => IsoWeek.Of(StartsOn).Monday;
}

/// <summary>A person's enrolment in a challenge; it is kept after they leave (rule 15).</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="UserId">The person.</param>
/// <param name="Role">The person's role there.</param>
/// <param name="JoinedOn">The day on which they first joined; unchanged when they rejoin.</param>
/// <param name="Absences">The days between leaving and rejoining; an open-ended one ends with <see cref="DateOnly.MaxValue" />.</param>
public sealed record EnrolmentRecord(
    ChallengeId ChallengeId,
    UserId UserId,
    ChallengeRole Role,
    DateOnly JoinedOn,
    ImmutableArray<DateRange> Absences);

/// <summary>What came of saving an enrolment.</summary>
public enum EnrolmentSaving
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>Refused: the account is deleted.</summary>
    UnknownPerson,

    /// <summary>Refused: the person is the last organiser, and would be none any more.</summary>
    LastOrganiser,
}

/// <summary>How often an enrolment and its challenge changed.</summary>
public sealed record EnrolmentVersion
{
    /// <summary>The challenge.</summary>
    public ChallengeId ChallengeId { get; init; }

    /// <summary>How often role, absences or teams of the person changed.</summary>
    public int OfEnrolment { get; init; }

    /// <summary>How often the settings of the challenge changed.</summary>
    public int OfChallenge { get; init; }
}

/// <summary>The days on which a person belongs to a team, both ends included (rule 15).</summary>
/// <param name="TeamId">The team.</param>
/// <param name="ChallengeId">The team's challenge.</param>
/// <param name="UserId">The person.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while open-ended.</param>
public sealed record MembershipRecord(TeamId TeamId, ChallengeId ChallengeId, UserId UserId, DateOnly From, DateOnly? To);

/// <summary>A team of one challenge.</summary>
/// <param name="Id">The team.</param>
/// <param name="ChallengeId">Its challenge.</param>
/// <param name="Name">Unique in the challenge (case-insensitive).</param>
public sealed record TeamRecord(TeamId Id, ChallengeId ChallengeId, string Name)
{
    /// <summary>Its colour.</summary>
    public TeamColour Colour { get; init; }

    /// <summary>Whether an organiser removed it: it is kept for its past days alone, and its name is free.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>The people and teams of a challenge, past ones included, as of one moment.</summary>
/// <param name="People">The enrolments of everybody who ever joined, in ordinal order of their id.</param>
/// <param name="Teams">All teams, closed ones too, in ordinal order of their id.</param>
/// <param name="Memberships">All team intervals, by person, in the order in which they were saved.</param>
public sealed record RosterRecord(
    ImmutableArray<EnrolmentRecord> People,
    ImmutableArray<TeamRecord> Teams,
    ImmutableArray<MembershipRecord> Memberships);
