using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.PersonalData;

/// <summary>Deletes a person's account with everything about them.</summary>
public interface IAccountDeletion
{
    /// <summary>
    /// Deletes the account, all that belongs to it and the challenges that nobody else is in, in one transaction. What the person
    /// adds to team days is sealed before their days go. Nothing is deleted where the deletion is refused.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="seal">
    /// Computes what remains of the person in the counts of each team's days and of those without a team, from everything stored about them and from every challenge that
    /// they ever joined.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<AccountDeletionResult> DeleteAsync(
        UserId user,
        Func<PersonRecord, ImmutableArray<ChallengeRecord>, SealedPersonDays> seal,
        CancellationToken cancellationToken = default);
}

/// <summary>What people whose days are no longer stored add to a team day.</summary>
/// <param name="Team">The team.</param>
/// <param name="Date">The date.</param>
/// <param name="Done">How many of them had done the routine.</param>
/// <param name="Due">How many of them were due.</param>
public sealed record SealedTeamDay(TeamId Team, DateOnly Date, int Done, int Due);

/// <summary>What people whose days are no longer stored add to a day of a challenge on which they were in no team.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Date">The date.</param>
/// <param name="Done">How many of them had done the routine.</param>
/// <param name="Due">How many of them were due.</param>
public sealed record SealedChallengeDay(ChallengeId Challenge, DateOnly Date, int Done, int Due);

/// <summary>What remains of a person's days once these are no longer stored.</summary>
/// <param name="OfTeams">What they add to their teams' days.</param>
/// <param name="WithoutTeam">What they add to days on which they were in no team.</param>
public sealed record SealedPersonDays(ImmutableArray<SealedTeamDay> OfTeams, ImmutableArray<SealedChallengeDay> WithoutTeam);

/// <summary>The result of deleting an account.</summary>
public abstract record AccountDeletionResult
{
    private AccountDeletionResult()
    {
    }

    /// <summary>It is deleted.</summary>
    /// <param name="Challenges">The challenges that the person had ever joined, those deleted with the account included.</param>
    /// <param name="Sessions">The live breaks that the person hosted or joined, and those deleted with a challenge.</param>
    public sealed record Deleted(ImmutableArray<ChallengeId> Challenges, ImmutableArray<DeletedFromSession> Sessions) : AccountDeletionResult;

    /// <summary>There is no such account.</summary>
    public sealed record Unknown : AccountDeletionResult;

    /// <summary>Refused: the person is the only organiser of challenges that others are in.</summary>
    public sealed record LastOrganiser : AccountDeletionResult;

    /// <summary>Refused: the person is the site's only administrator, and others have accounts.</summary>
    public sealed record LastAdministrator : AccountDeletionResult;
}

/// <summary>A live break that an account was deleted from.</summary>
/// <param name="Session">The break.</param>
/// <param name="WithChallenge">Whether the break itself was deleted, with its challenge.</param>
public readonly record struct DeletedFromSession(SessionId Session, bool WithChallenge);
