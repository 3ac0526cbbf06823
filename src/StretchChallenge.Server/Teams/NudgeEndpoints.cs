using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Live.Nudges;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Teams;

namespace StretchChallenge.Server.Teams;

/// <summary>A nudge to send.</summary>
/// <param name="UserId">A team mate.</param>
/// <param name="Kind">What to send.</param>
public sealed record NudgeRequest(string? UserId, NudgeKind? Kind);

/// <summary>What was sent; nothing of it depends on the receiver.</summary>
/// <param name="Kind">What the caller asked for.</param>
public sealed record NudgeSent(NudgeKind Kind);

/// <summary>Nudges as a member sends them.</summary>
/// <param name="Sent">To whom the caller has sent one today.</param>
public sealed record TeamNudges(ImmutableArray<string> Sent);

/// <summary>Whether somebody wants nudges from their team.</summary>
/// <param name="Accepts">Null while they have not been asked; nobody gets any before that.</param>
public sealed record NudgeChoice(bool? Accepts);

/// <summary>
/// A nudge or a cheer a day from team mates. The answer to a sender is the same whether or not the receiver wants nudges, is off, or is
/// done: nothing but the team is looked at before it.
/// </summary>
internal static class NudgeEndpoints
{
    /// <summary>Maps the nudges of teams, and the choice to get them.</summary>
    public static void MapNudges(this RouteGroupBuilder api)
    {
        var nudges = api.MapGroup("/teams/{id}/nudges").WithTags("Challenges and teams");
        nudges.MapGet("", GetSent);
        nudges.MapPost("", Send);
        var choice = api.MapGroup("/account/nudges").WithTags("Account");
        choice.MapGet("", GetChoice);
        choice.MapPut("", Choose);
    }

    private static async Task<Results<Ok<TeamNudges>, ProblemHttpResult>> GetSent(
        string id, ClaimsPrincipal caller, IGrainFactory grains, ITeamTalkStore talk, CancellationToken cancellationToken) =>
        await grains.GetGrain<ITeamGrain>(id).GetMatesAsync(caller.Id().Value, cancellationToken) is { } team
            ? TypedResults.Ok(new TeamNudges(
                [.. (await talk.LoadSentAsync(caller.Id(), new TeamId(id), team.Today, cancellationToken)).Select(mate => mate.Value)]))
            : Problem.Of(ChallengeRefusals.UnknownTeam);

    private static async Task<Results<Accepted<NudgeSent>, ProblemHttpResult>> Send(
        string id,
        NudgeRequest request,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        ITeamTalkStore talk,
        NudgePushService pushes,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<ITeamGrain>(id).GetMatesAsync(caller.Id().Value, cancellationToken) is not { } team)
        {
            return Problem.Of(ChallengeRefusals.UnknownTeam);
        }

        var rules = new FieldRules();
        var mate = rules.Token("userId", request.UserId);
        var kind = rules.Required("kind", request.Kind);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!team.MateIds.Contains(mate))
        {
            return Problem.Of(TeamRefusals.UnknownMate.At("userId"));
        }

        var nudge = new NudgeRecord
        {
            ReceiverId = new UserId(mate),
            SenderId = caller.Id(),
            TeamId = new TeamId(id),
            LocalDate = team.Today,
            Kind = kind.ToString(),
            SentAt = time.GetUtcNow(),
        };
        await talk.AddAsync(nudge, cancellationToken);
        pushes.PushSoon();
        return TypedResults.Accepted((string?)null, new NudgeSent(kind));
    }

    private static async Task<Ok<NudgeChoice>> GetChoice(ClaimsPrincipal caller, ITeamTalkStore talk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new NudgeChoice(await talk.FindChoiceAsync(caller.Id(), cancellationToken)));

    private static async Task<Results<Ok<NudgeChoice>, ProblemHttpResult>> Choose(
        NudgeChoice request, ClaimsPrincipal caller, ITeamTalkStore talk, CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var accepts = rules.Required("accepts", request.Accepts);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        await talk.SaveChoiceAsync(caller.Id(), accepts, cancellationToken);
        return TypedResults.Ok(new NudgeChoice(accepts));
    }
}
