using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.SelfTests;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.SelfTests;

/// <summary>The results of people's self-tests, each stored as one encrypted record.</summary>
internal sealed class SelfTestResults(IHealthRecordStore store, IIdempotencyStore keptAnswers, HealthDataProtector protector)
{
    /// <summary>Returns a person's results, oldest first, and the ids of those that are unreadable.</summary>
    public async Task<(ImmutableArray<SelfTestResult> Results, ImmutableArray<string> Unreadable)> LoadAsync(
        UserId person,
        CancellationToken cancellationToken)
    {
        var opened = (await store.LoadSelfTestsAsync(person, cancellationToken))
            .Select(result => (result.Id, Record: protector.Unprotect<SelfTestRecord>(person, result.Id, result.Sealed)))
            .ToLookup(result => result.Record is not null);
        var results = opened[true]
            .OrderBy(result => result.Record!.TakenOn)
            .ThenBy(result => result.Record!.EnteredAt)
            .Select(result => View(result.Id, result.Record!));
        return ([.. results], [.. opened[false].Select(result => result.Id).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Adds a validated result.</summary>
    public async Task<(SelfTestAddition Outcome, SelfTestResult Result)> AddAsync(
        UserId person,
        SelfTestRecord record,
        CancellationToken cancellationToken)
    {
        // Version 4: an id that contains the time would reveal when the person took a test.
        var id = Guid.NewGuid().ToString("N");
        var outcome = await store.AddSelfTestAsync(
            person,
            new SealedSelfTest(id, protector.Protect(person, id, record)),
            SelfTestRules.MaxResults,
            cancellationToken);
        return (outcome, View(id, record));
    }

    /// <summary>Deletes one result, also an unreadable one; returns false when the person has none with this id.</summary>
    public async Task<bool> DeleteAsync(UserId person, string id, CancellationToken cancellationToken)
    {
        await ForgetAnswersAsync(person, cancellationToken);
        return await store.DeleteSelfTestAsync(person, id, cancellationToken);
    }

    /// <summary>Deletes all of a person's results, also unreadable ones.</summary>
    public async Task DeleteAllAsync(UserId person, CancellationToken cancellationToken)
    {
        await ForgetAnswersAsync(person, cancellationToken);
        await store.DeleteSelfTestsAsync(person, cancellationToken);
    }

    // The answers kept for repeated requests contain the values too.
    private Task ForgetAnswersAsync(UserId person, CancellationToken cancellationToken) =>
        keptAnswers.ForgetAnswersAsync(person, SelfTestsSetup.Path, cancellationToken);

    private static SelfTestResult View(string id, SelfTestRecord record) =>
        new(id, record.TakenOn, record.StraightLegRaise, record.SitAndReach, record.BackFeeling);
}

/// <summary>The result of a self-test as it is encrypted and stored.</summary>
/// <param name="TakenOn">The local date on which it was taken.</param>
/// <param name="EnteredAt">When it was entered; orders the results of one date.</param>
/// <param name="StraightLegRaise">Whole degrees; null where it was not measured.</param>
/// <param name="SitAndReach">Centimetres beyond the toes; null where it was not measured.</param>
/// <param name="BackFeeling">From 0 to 10; null where it was not asked.</param>
internal sealed record SelfTestRecord(
    DateOnly TakenOn,
    DateTimeOffset EnteredAt,
    StraightLegRaise? StraightLegRaise,
    decimal? SitAndReach,
    int? BackFeeling);

/// <summary>The result of a self-test, for the person alone who took it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TakenOn">The local date on which it was taken.</param>
/// <param name="StraightLegRaise">Whole degrees; null where it was not measured.</param>
/// <param name="SitAndReach">Centimetres beyond the toes, with one decimal; null where it was not measured.</param>
/// <param name="BackFeeling">From 0, very bad, to 10, very good; null where it was not asked.</param>
public sealed record SelfTestResult(
    string Id,
    DateOnly TakenOn,
    StraightLegRaise? StraightLegRaise,
    decimal? SitAndReach,
    int? BackFeeling);

/// <summary>A person's self-tests.</summary>
/// <param name="Results">The results, oldest first.</param>
/// <param name="Unreadable">
/// The ids of results that the server can no longer read, because its key was lost. They can only be deleted.
/// </param>
/// <param name="Suggested">When the challenge asked for suggests self-tests, oldest first; empty without a challenge.</param>
/// <param name="SuggestedNow">The suggestion to follow today; null where there is none.</param>
public sealed record SelfTestHistory(
    ImmutableArray<SelfTestResult> Results,
    ImmutableArray<string> Unreadable,
    ImmutableArray<SelfTestSuggestion> Suggested,
    DateOnly? SuggestedNow);

/// <summary>The straight-leg raise, in whole degrees from 0 to 120; null where a side was not measured.</summary>
public sealed record StraightLegRaise(int? Left, int? Right);
