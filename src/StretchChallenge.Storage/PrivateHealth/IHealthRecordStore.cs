using System.Collections.Immutable;
using StretchChallenge.Domain;

namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>
/// What people tell about their health, sealed before it comes here: the safety answer, one for each person, and the
/// results of self-tests. It goes with the account.
/// </summary>
public interface IHealthRecordStore
{
    /// <summary>The sealed safety answer; null where there is none.</summary>
    Task<byte[]?> FindSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the safety answer by what is made of the present one, with no other change in between, whichever node
    /// makes it; false where the account is gone.
    /// </summary>
    /// <param name="owner">Whose answer it is.</param>
    /// <param name="change">Gets the present answer, null where there is none; a null result leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<bool> ChangeSafetyAnswerAsync(UserId owner, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken = default);

    /// <summary>Deletes the safety answer; harmless where there is none.</summary>
    Task DeleteSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>The sealed results of a person's self-tests, in no particular order.</summary>
    Task<ImmutableArray<SealedSelfTest>> LoadSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>Adds a result, where the person has fewer than <paramref name="most" />: never more, however many come at once.</summary>
    Task<SelfTestAddition> AddSelfTestAsync(UserId owner, SealedSelfTest result, int most, CancellationToken cancellationToken = default);

    /// <summary>Deletes one result; false where the person has none of this id.</summary>
    Task<bool> DeleteSelfTestAsync(UserId owner, string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes all results of a person's self-tests; harmless where there are none.</summary>
    Task DeleteSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default);
}
