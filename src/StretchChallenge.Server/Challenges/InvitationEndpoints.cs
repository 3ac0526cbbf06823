using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>Invitations: looking up a code, joining with it, and its QR code.</summary>
internal static class InvitationEndpoints
{
    public static async Task<Results<Ok<Invitation>, ProblemHttpResult>> Get(
        string code, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken) =>
        await FindAsync(EnteredCode.Parse(code), challenges, grains, cancellationToken) is { } challenge
            ? (await challenge.GetInvitationAsync(cancellationToken)).ToHttp()
            : Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Invitation));

    public static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Join(
        JoinRequest request,
        ClaimsPrincipal caller,
        IChallengeStore challenges,
        IInvitedPeopleStore invited,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var code = rules.Code("code", request.Code);
        var team = request.Team is null ? null : rules.Text("team", request.Team, 1, 64);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(code, challenges, grains, cancellationToken) is not { } challenge)
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Invitation));
        }

        var meant = team is null
            ? await invited.FindTeamAsync(new ChallengeId(challenge.GetPrimaryKeyString()), caller.Id(), cancellationToken)
            : null;
        var command = new JoinChallenge(caller.Id().Value, code!.Value, team) { InvitedTeam = meant?.Value };
        return (await challenge.JoinAsync(command, cancellationToken)).ToHttp();
    }

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> QrCode(
        string id,
        ClaimsPrincipal caller,
        HttpRequest request,
        IGrainFactory grains,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var challenge))
        {
            return Problem.Of(refusal);
        }

        return QrImage.Of(links.To($"/join/{challenge.Code}", request));
    }

    /// <summary>The challenge with this invitation code; null for the demo's, which is entered by <c>POST /api/demo/enter</c> only.</summary>
    public static async Task<IChallengeGrain?> FindAsync(
        EnteredCode? code, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken) =>
        code is { Kind: CodeKind.Invitation }
            && await challenges.FindByCodeAsync(code.Value, cancellationToken) is { IsDemo: false } challenge
            ? grains.GetGrain<IChallengeGrain>(challenge.Id.Value)
            : null;
}
