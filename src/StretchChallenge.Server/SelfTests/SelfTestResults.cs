using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.SelfTests;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.SelfTests;

/// <summary>The results of people's self-tests, each sealed in a record of its own.</summary>
internal sealed class SelfTestResults(IHealthRecordStore store, IIdempotencyStore keptAnswers, HealthVault vault)
{
    /// <summary>A person's results, oldest first, and the ids of those that cannot be read any more.</summary>
    public async Task<(ImmutableArray<SelfTestResult> Results, ImmutableArray<string> Unreadable)> LoadAsync(
        UserId person,
        CancellationToken cancellationToken)
    {
        var opened = (await store.LoadSelfTestsAsync(person, cancellationToken))
            .Select(result => (result.Id, Record: vault.Open<SelfTestRecord>(person, result.Id, result.Sealed)))
            .ToLookup(result => result.Record is not null);
        var results = opened[true]
            .OrderBy(result => result.Record!.TakenOn)
            .ThenBy(result => result.Record!.EnteredAt)
            .Select(result => View(result.Id, result.Record!));
        return ([.. results], [.. opened[false].Select(result => result.Id).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Adds a result that was checked.</summary>
    public async Task<(SelfTestAddition Outcome, SelfTestResult Result)> AddAsync(
        UserId person,
        SelfTestRecord record,
        CancellationToken cancellationToken)
    {
        // Random through and through: an id that counts the time would tell when the person took a test.
        var id = Guid.NewGuid().ToString("N");
        var outcome = await store.AddSelfTestAsync(
            person,
            new SealedSelfTest(id, vault.Seal(person, id, record)),
            SelfTestRules.MostResults,
            cancellationToken);
        return (outcome, View(id, record));
    }

    /// <summary>Deletes one result, readable or not; false where the person has none of this id.</summary>
    public async Task<bool> DeleteAsync(UserId person, string id, CancellationToken cancellationToken)
    {
        await ForgetAnswersAsync(person, cancellationToken);
        return await store.DeleteSelfTestAsync(person, id, cancellationToken);
    }

    /// <summary>Deletes all of a person's results, readable or not.</summary>
    public async Task DeleteAllAsync(UserId person, CancellationToken cancellationToken)
    {
        await ForgetAnswersAsync(person, cancellationToken);
        await store.DeleteSelfTestsAsync(person, cancellationToken);
    }

    // The answers kept for repeats of a request hold what was entered.
    private Task ForgetAnswersAsync(UserId person, CancellationToken cancellationToken) =>
        keptAnswers.ForgetAnswersAsync(person, SelfTestsSetup.Path, cancellationToken);

    private static SelfTestResult View(string id, SelfTestRecord record) =>
        new(id, record.TakenOn, record.StraightLegRaise, record.SitAndReach, record.BackFeeling);
}
