using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.SelfTests;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.SelfTests;

/// <summary>Self-tests: private to the person who takes them.</summary>
internal static class SelfTestsSetup
{
    /// <summary>The path of the endpoints.</summary>
    public const string Path = "/api/self-tests";

    /// <summary>Adds the results. The encryption is added with the safety question.</summary>
    public static void AddSelfTests(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SelfTestResults>();

    /// <summary>Maps <c>/api/self-tests</c>.</summary>
    public static void MapSelfTests(this RouteGroupBuilder api)
    {
        var selfTests = api.MapGroup("/self-tests").WithTags("Private health");
        selfTests.MapGet("", SelfTestEndpoints.List)
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("The own results, and when a challenge suggests the next.");
        selfTests.MapPost("", SelfTestEndpoints.Add)
            .ProducesProblems(RefusalKind.Conflict)
            .WithSummary("Enters a result, with at least one value.");
        selfTests.MapDelete("", SelfTestEndpoints.DeleteAll)
            .WithSummary("Deletes all own results at once.");
        selfTests.MapDelete("/{id}", SelfTestEndpoints.Delete)
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Deletes one own result.");
    }
}

/// <summary>The caller's own self-tests; there is no way to ask for anybody else's.</summary>
internal static class SelfTestEndpoints
{
    public static async Task<Results<Ok<SelfTestHistory>, ProblemHttpResult>> List(
        string? challenge,
        ClaimsPrincipal caller,
        SelfTestResults selfTests,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var (results, unreadable) = await selfTests.LoadAsync(caller.Id(), cancellationToken);
        var history = new SelfTestHistory(results, unreadable, [], SuggestedNow: null);
        if (string.IsNullOrEmpty(challenge))
        {
            return TypedResults.Ok(history);
        }

        if ((await grains.GetGrain<IChallengeGrain>(challenge).GetAsync(caller.Id().Value, cancellationToken)).IsRefused(out var refusal, out var dates))
        {
            return Problem.Of(refusal);
        }

        var outcome = await grains.GetGrain<IUserGrain>(caller.Id().Value).GetTodayAsync(date: null, cancellationToken);
        if (outcome.IsRefused(out refusal, out var today))
        {
            return Problem.Of(refusal);
        }

        var suggested = SelfTestSchedule.For(dates.StartsOn, [.. results.Select(result => result.TakenOn)]);
        return TypedResults.Ok(history with { Suggested = suggested, SuggestedNow = SelfTestSchedule.SuggestedOn(today.Date, suggested) });
    }

    public static async Task<Results<Created<SelfTestResult>, ProblemHttpResult>> Add(
        SelfTestRequest request,
        ClaimsPrincipal caller,
        SelfTestResults selfTests,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<IUserGrain>(caller.Id().Value).GetTodayAsync(date: null, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var today))
        {
            return Problem.Of(refusal);
        }

        var rules = new FieldRules();
        var record = rules.SelfTest(request, today.Date, time.GetUtcNow());
        if (rules.Refusal is { } faults)
        {
            return faults;
        }

        var (addition, result) = await selfTests.AddAsync(caller.Id(), record, cancellationToken);
        return addition switch
        {
            SelfTestAddition.Added => TypedResults.Created((string?)null, result),
            SelfTestAddition.Full => Problem.Of(AccountRefusals.TooManyResults(SelfTestRules.MaxResults)),
            SelfTestAddition.NoAccount => Problem.Of(RequestRefusals.NotSignedIn),
        };
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal caller, SelfTestResults selfTests, CancellationToken cancellationToken) =>
        await selfTests.DeleteAsync(caller.Id(), id, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.Of(AccountRefusals.UnknownResult);

    public static async Task<NoContent> DeleteAll(ClaimsPrincipal caller, SelfTestResults selfTests, CancellationToken cancellationToken)
    {
        await selfTests.DeleteAllAsync(caller.Id(), cancellationToken);
        return TypedResults.NoContent();
    }
}
