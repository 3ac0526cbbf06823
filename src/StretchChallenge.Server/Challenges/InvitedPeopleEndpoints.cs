using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>E-mail addresses that organisers invited, and what the owner of an address is offered.</summary>
internal static class InvitedPeopleEndpoints
{
    private const int PageSize = 100;

    // A challenge whose last day was yesterday may still run in another zone.
    private const int DaysToClose = 1;

    public static async Task<Results<Ok<ImmutableArray<InvitedRecord>>, ProblemHttpResult>> List(
        string id, string? after, ClaimsPrincipal caller, IGrainFactory grains, IInvitedPeopleStore invited, CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var rules = new FieldRules();
        rules.Check(after is null || IdShape.Matches(after), FieldRefusals.NotAToken("after", IdShape.Longest));
        return rules.Refusal is { } fault
            ? fault
            : TypedResults.Ok(await invited.LoadAsync(new ChallengeId(id), after, PageSize, cancellationToken));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id, string invitation, ClaimsPrincipal caller, IGrainFactory grains, IInvitedPeopleStore invited, CancellationToken cancellationToken) =>
        await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal ? Problem.Of(refusal)
        : await invited.RemoveAsync(new ChallengeId(id), invitation, cancellationToken) ? TypedResults.NoContent()
        : Problem.Of(ChallengeRefusals.UnknownInvitation);

    /// <summary>
    /// What the caller's address is invited to. Nobody has checked that the address is theirs, so they get no more than a name and a
    /// code that anybody may pass on.
    /// </summary>
    public static async Task<Ok<ImmutableArray<ChallengeOffer>>> Offers(
        ClaimsPrincipal caller, IInvitedPeopleStore invited, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return TypedResults.Ok(await invited.LoadOffersAsync(caller.Id(), today.AddDays(-DaysToClose), cancellationToken));
    }
}
