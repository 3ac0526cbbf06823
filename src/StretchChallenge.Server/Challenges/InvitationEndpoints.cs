using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>Invitations: what a code opens, joining with it, and its QR code.</summary>
internal static class InvitationEndpoints
{
    private static readonly ProblemType UnknownCode = ProblemType.NotFound with { Code = "unknown-code" };

    public static async Task<Results<Ok<Invitation>, ProblemHttpResult>> Get(
        string code, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken) =>
        await FindAsync(code, challenges, grains, cancellationToken) is { } challenge
            ? (await challenge.GetInvitationAsync(cancellationToken)).ToHttp()
            : NoSuchCode();

    public static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Join(
        JoinRequest request,
        ClaimsPrincipal caller,
        IChallengeStore challenges,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var code = Normalised(rules.Token("code", request.Code));
        var team = request.Team is null ? null : rules.Text("team", request.Team, 1, 64);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        return await FindAsync(code, challenges, grains, cancellationToken) is { } challenge
            ? (await challenge.JoinAsync(new JoinChallenge(caller.Id().Value, code, team), cancellationToken)).ToHttp()
            : NoSuchCode();
    }

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> QrCode(
        string id, ClaimsPrincipal caller, HttpRequest request, IGrainFactory grains, PublicLinks links)
    {
        var outcome = await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value);
        if (outcome.IsRefused(out var refusal, out var challenge))
        {
            return refusal.ToProblem();
        }

        return QrImage.Of(links.To($"/join/{challenge.Code}", request));
    }

    // The demo has a code like every challenge, but is entered from the welcome page alone.
    private static async Task<IChallengeGrain?> FindAsync(
        string code, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken) =>
        await challenges.FindByCodeAsync(Normalised(code), cancellationToken) is { IsDemo: false } challenge
            ? grains.GetGrain<IChallengeGrain>(challenge.Id.Value)
            : null;

    private static string Normalised(string code) => code.Trim().ToUpperInvariant();

    private static ProblemHttpResult NoSuchCode() => Problem.Of(
        UnknownCode, "No challenge has this code. Ask the person who invited you for the current one.", "code");
}
