using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>Making, reading and changing challenges.</summary>
internal static class ChallengeEndpoints
{
    public static async Task<Ok<List<ChallengeView>>> List(
        ClaimsPrincipal caller, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var mine = new List<ChallengeView>();
        foreach (var challenge in await challenges.LoadForUserAsync(caller.Id(), cancellationToken))
        {
            var outcome = await grains.GetGrain<IChallengeGrain>(challenge.Id.Value).GetAsync(caller.Id().Value, cancellationToken);
            if (!outcome.IsRefused(out _, out var view))
            {
                mine.Add(view);
            }
        }

        return TypedResults.Ok(mine);
    }

    public static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value)).ToHttp();

    public static async Task<Results<Ok<ChallengeCreated>, ProblemHttpResult>> Create(
        ChallengeRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var command = new CreateChallenge(
            caller.Id().Value,
            rules.ChallengeName(request.Name),
            rules.Required("startsOn", request.StartsOn),
            rules.TimeZone("timeZone", request.TimeZone),
            (request.WorkDays is null ? WorkDays.MondayToFriday : rules.WorkDays("workDays", request.WorkDays)).Names,
            rules.Holidays(request.Holidays),
            rules.Threshold(request.TeamThreshold ?? ChallengeFields.DefaultThreshold));
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N")).CreateAsync(command)).ToHttp();
    }

    public static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Change(
        string id, ChallengeChange request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var command = new ChangeChallenge(
            caller.Id().Value,
            request.Name is null ? null : rules.ChallengeName(request.Name),
            request.Holidays is null ? null : rules.Holidays(request.Holidays),
            request.TeamThreshold is { } threshold ? rules.Threshold(threshold) : null,
            request.OrganisersMakeTeams);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).ChangeSettingsAsync(command)).ToHttp();
    }

    public static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> RenewCode(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).RenewCodeAsync(caller.Id().Value)).ToHttp();
}
