using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Users;

/// <summary>People's days and calendars. Check-ins and undos go through <see cref="ILedgerWriter" /> instead.</summary>
/// <remarks>Each load sees one moment of the database and costs one round trip, whatever the number of people.</remarks>
public interface IPeopleStore
{
    /// <summary>One person; null where there is no such account.</summary>
    Task<PersonRecord?> LoadAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Everybody who ever joined the challenge, in ordinal order of their id.</summary>
    Task<ImmutableArray<PersonRecord>> LoadParticipantsAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Everybody who ever was a member of the team, in ordinal order of their id.</summary>
    Task<ImmutableArray<PersonRecord>> LoadMembersAsync(TeamId team, CancellationToken cancellationToken = default);

    /// <summary>Replaces all of the person's zone changes (rule 3).</summary>
    Task SaveZoneChangesAsync(UserId user, ImmutableArray<ZoneChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Replaces all of the person's work patterns (rule 10).</summary>
    Task SaveWorkPatternsAsync(UserId user, ImmutableArray<WorkPatternChange> patterns, CancellationToken cancellationToken = default);

    /// <summary>Adds time off (rule 6).</summary>
    Task AddTimeOffAsync(UserId user, TimeOffRecord timeOff, CancellationToken cancellationToken = default);

    /// <summary>Gives the time off of this id other dates; false where the person has none of this id.</summary>
    Task<bool> ReplaceTimeOffAsync(UserId user, TimeOffRecord timeOff, CancellationToken cancellationToken = default);

    /// <summary>Removes time off as if never entered; false where the person has none of this id.</summary>
    Task<bool> RemoveTimeOffAsync(UserId user, string timeOffId, CancellationToken cancellationToken = default);

    /// <summary>A command taken earlier, with its answer; null where it is new.</summary>
    Task<CommandRecord?> FindCommandAsync(UserId user, string commandId, CancellationToken cancellationToken = default);

    /// <summary>Whether a run was completed; a run completes once (rule 11).</summary>
    Task<bool> IsRunCompletedAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>In how many live breaks the person took part on these dates of record, both ends included (rule 12).</summary>
    Task<int> CountTogetherAsync(UserId user, DateOnly from, DateOnly to, CancellationToken cancellationToken = default);
}
