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

/// <summary>An invitation of an e-mail address, as organisers see it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Email">The address as written.</param>
/// <param name="Name">The name as written; null without one.</param>
/// <param name="TeamId">The team that they come into if they choose none; null for none.</param>
/// <param name="Role">The role that an organiser means to give them once they have joined.</param>
/// <param name="InvitedAt">When.</param>
/// <param name="UserId">The member of the challenge who has this address, which nobody has confirmed; null while there is none.</param>
/// <param name="MemberRole">The member's role.</param>
public sealed record InvitedView(
    string Id, string Email, string? Name, string? TeamId, ChallengeRole Role, DateTimeOffset InvitedAt, string? UserId, ChallengeRole? MemberRole);

/// <summary>E-mail addresses that organisers invited, and what the owner of an address is offered.</summary>
internal static class InvitedPeopleEndpoints
{
    private const int PageSize = 100;

    // A challenge whose last day was yesterday may still run in another zone.
    private const int DaysToClose = 1;

    public static async Task<Results<Ok<IEnumerable<InvitedView>>, ProblemHttpResult>> List(
        string id, string? after, ClaimsPrincipal caller, IGrainFactory grains, IInvitedPeopleStore invited, CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var rules = new FieldRules();
        rules.Check(after is null || IdShape.Matches(after), FieldRefusals.NotAToken("after", IdShape.Longest));
        if (rules.Refusal is { } fault)
        {
            return fault;
        }

        var page = await invited.LoadAsync(new ChallengeId(id), after, PageSize, cancellationToken);
        return TypedResults.Ok(page.Select(each => new InvitedView(
            each.Id, each.Email, each.Name, each.TeamId, each.Role, each.InvitedAt, each.UserId, each.MemberRole)));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id, string invitation, ClaimsPrincipal caller, IGrainFactory grains, IInvitedPeopleStore invited, CancellationToken cancellationToken) =>
        await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal ? Problem.Of(refusal)
        : await invited.RemoveAsync(new ChallengeId(id), invitation, cancellationToken) ? TypedResults.NoContent()
        : Problem.Of(ChallengeRefusals.UnknownInvitation);

    /// <summary>
    /// What the caller's address is invited to. Nobody has checked that the address is theirs, so they get no more than the name: the
    /// code comes from an organiser.
    /// </summary>
    public static async Task<Ok<ImmutableArray<ChallengeOffer>>> Offers(
        ClaimsPrincipal caller, IInvitedPeopleStore invited, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return TypedResults.Ok(await invited.LoadOffersAsync(caller.Id(), today.AddDays(-DaysToClose), cancellationToken));
    }
}
