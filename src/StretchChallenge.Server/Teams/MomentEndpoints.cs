using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Teams;

namespace StretchChallenge.Server.Teams;

/// <summary>A milestone of a team mate who is listed by name, with what the team says to it.</summary>
/// <param name="Id">The moment.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Kind">What was counted.</param>
/// <param name="Count">How many days.</param>
/// <param name="Date">Today or yesterday in the challenge's zone.</param>
/// <param name="Self">Whether it is the caller's own.</param>
/// <param name="Reactions">How many reacted, by kind; kinds that nobody chose are left out.</param>
/// <param name="Own">The caller's own reaction; null when there is none.</param>
public sealed record MomentView(
    string Id,
    string Name,
    MilestoneKind Kind,
    int Count,
    DateOnly Date,
    bool Self,
    ImmutableArray<MomentReactions> Reactions,
    ReactionKind? Own);

/// <summary>How many people reacted in one way.</summary>
public sealed record MomentReactions(ReactionKind Kind, int Count);

/// <summary>A reaction to a moment.</summary>
public sealed record MomentReaction(ReactionKind? Kind);

/// <summary>What members of a team reached today and yesterday, and the reactions to it, for the team alone.</summary>
internal static class MomentEndpoints
{
    /// <summary>Maps the moments of teams.</summary>
    public static void MapMoments(this RouteGroupBuilder api)
    {
        var moments = api.MapGroup("/teams/{id}/moments").WithTags("Challenges and teams");
        moments.MapGet("", List);
        moments.MapPost("/{moment}/reactions", React);
    }

    private static async Task<Results<Ok<ImmutableArray<MomentView>>, ProblemHttpResult>> List(
        string id, ClaimsPrincipal caller, IGrainFactory grains, ITeamTalkStore talk, CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<ITeamGrain>(id).GetMomentsAsync(caller.Id().Value, cancellationToken) is not { } team)
        {
            return Problem.Of(ChallengeRefusals.UnknownTeam);
        }

        var reactions = team.Moments.IsEmpty
            ? []
            : await talk.LoadReactionsAsync(new TeamId(id), team.Today.AddDays(-1), cancellationToken);
        return TypedResults.Ok<ImmutableArray<MomentView>>([.. team.Moments.Select(moment => ViewOf(moment, caller.Id(), reactions))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> React(
        string id,
        string moment,
        MomentReaction request,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        ITeamTalkStore talk,
        CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<ITeamGrain>(id).GetMomentsAsync(caller.Id().Value, cancellationToken) is not { } team)
        {
            return Problem.Of(ChallengeRefusals.UnknownTeam);
        }

        var rules = new FieldRules();
        var kind = rules.Required("kind", request.Kind);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (team.Moments.FirstOrDefault(one => one.Key == moment) is not { } found)
        {
            return Problem.Of(TeamRefusals.UnknownMoment);
        }

        if (found.PersonId == caller.Id().Value)
        {
            return Problem.Of(TeamRefusals.OwnMoment);
        }

        var reaction = new ReactionRecord
        {
            TeamId = new TeamId(id),
            PersonId = new UserId(found.PersonId),
            Milestone = MilestoneOf(found),
            LocalDate = found.Date,
            UserId = caller.Id(),
            Kind = kind.ToString(),
        };
        await talk.ReactAsync(reaction, cancellationToken);
        return TypedResults.NoContent();
    }

    private static MomentView ViewOf(TeamMoment moment, UserId caller, ImmutableArray<ReactionRecord> all)
    {
        ReactionRecord[] reactions =
        [
            .. all.Where(reaction => reaction.PersonId.Value == moment.PersonId
                && reaction.LocalDate == moment.Date
                && reaction.Milestone == MilestoneOf(moment)),
        ];
        return new MomentView(
            moment.Key,
            moment.Name,
            moment.Kind,
            moment.Count,
            moment.Date,
            moment.PersonId == caller.Value,
            [
                .. reactions.CountBy(reaction => Enum.Parse<ReactionKind>(reaction.Kind))
                    .OrderBy(counted => counted.Key)
                    .Select(counted => new MomentReactions(counted.Key, counted.Value)),
            ],
            reactions.FirstOrDefault(reaction => reaction.UserId == caller) is { } own ? Enum.Parse<ReactionKind>(own.Kind) : null);
    }

    private static string MilestoneOf(TeamMoment moment) => $"{moment.Kind}-{moment.Count}";
}
