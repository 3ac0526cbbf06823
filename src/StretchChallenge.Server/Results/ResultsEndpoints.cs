using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Administration;
using StretchChallenge.Server.Challenges;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Server.Results;

/// <summary>A correction of somebody's day (rule 22).</summary>
/// <param name="UserId">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
/// <param name="Done">Whether the day counts as done in this challenge.</param>
/// <param name="Reason">Why, 3 to 200 characters; the person sees it.</param>
public sealed record CorrectionRequest(string? UserId, DateOnly? Date, bool? Done, string? Reason);

/// <summary>A correction that holds.</summary>
/// <param name="UserId">Whose day it is.</param>
/// <param name="Name">That person's name.</param>
/// <param name="Date">The date of record.</param>
/// <param name="Done">Whether the day counts as done.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was made.</param>
public sealed record CorrectionLine(string UserId, string Name, DateOnly Date, bool Done, string Reason, DateTimeOffset At);

/// <summary>The next season of a challenge.</summary>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="StartsOn">The first of its 56 days.</param>
public sealed record SeasonRequest(string? Name, DateOnly? StartsOn);

/// <summary>A next season that the caller may join with its code, and the team of the name of their team before.</summary>
public sealed record SeasonOffered(
    string Id, string Name, string Code, DateOnly StartsOn, DateOnly EndsOn, string Follows, string? TeamId, string? TeamName);

/// <summary>An entry of a challenge's audit log.</summary>
/// <param name="Id">The entry; give the last one as <c>after</c> to read on.</param>
/// <param name="At">When.</param>
/// <param name="Action">What was done, as a stable code.</param>
/// <param name="Actor">Who did it; null once that account is deleted.</param>
/// <param name="Subject">Whom it was done to; null where nobody, or once that account is deleted.</param>
/// <param name="Detail">What else there is to know, by the action.</param>
public sealed record AuditLine(string Id, DateTimeOffset At, string Action, AuditPerson? Actor, AuditPerson? Subject, JsonElement Detail);

/// <summary>Corrections, the audit log, participation, exports, cancelling, and the next season.</summary>
internal static class ResultsEndpoints
{
    private const int ShortestReason = 3;
    private const int LongestReason = 200;
    private const int LongestName = 80;
    private const int LinesOfLog = 50;
    private const int MostCorrections = 500;

    // A challenge may be running in a zone in which it is a day earlier than here.
    private const int DaysOfZones = 2;

    /// <summary>Maps what organisers do about results, and the offers of next seasons.</summary>
    public static void MapResults(this RouteGroupBuilder api)
    {
        var challenge = api.MapGroup("/challenges/{id}").WithTags("Results");
        challenge.MapPost("/corrections", Correct);
        challenge.MapGet("/corrections", ListCorrections).WithSummary($"The corrections that hold, the latest {MostCorrections} first.");
        challenge.MapDelete("/corrections/{user}/{date}", WithdrawCorrection);
        challenge.MapGet("/audit", ReadAudit);
        challenge.MapGet("/participation", GetParticipation);
        challenge.MapGet("/export.csv", ExportEndpoints.Csv);
        challenge.MapGet("/export.json", ExportEndpoints.Json);
        challenge.MapPost("/cancel", Cancel);
        challenge.MapPost("/copy", Copy).ForbidGuests();
        api.MapGet("/challenges/seasons", FindSeasons).WithTags("Results");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Correct(
        string id, CorrectionRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var command = new CorrectDay(
            caller.Id().Value,
            rules.Token("userId", request.UserId),
            rules.Required("date", request.Date),
            rules.Required("done", request.Done),
            rules.Text("reason", request.Reason, ShortestReason, LongestReason));
        return rules.Refusal is { } refusal ? refusal : (await grains.GetGrain<IChallengeGrain>(id).CorrectAsync(command)).ToHttp();
    }

    private static async Task<Results<Ok<IEnumerable<CorrectionLine>>, ProblemHttpResult>> ListCorrections(
        string id, ClaimsPrincipal caller, IGrainFactory grains, IResultsStore results, IAccountStore accounts, CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var corrections = await results.LoadCorrectionsAsync(new ChallengeId(id), MostCorrections, cancellationToken);
        var names = await accounts.LoadNamesAsync([.. corrections.Select(one => one.UserId)], cancellationToken);
        return TypedResults.Ok(corrections.Where(one => names.ContainsKey(one.UserId)).Select(one =>
            new CorrectionLine(one.UserId.Value, names[one.UserId], one.Date, one.Done, one.Reason, one.At)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawCorrection(
        string id, string user, DateOnly date, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).WithdrawCorrectionAsync(new WithdrawCorrection(caller.Id().Value, user, date))).ToHttp();

    private static async Task<Results<Ok<ImmutableArray<AuditLine>>, ProblemHttpResult>> ReadAudit(
        string id,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IAuditLog log,
        IAccountStore accounts,
        CancellationToken cancellationToken,
        string? after = null)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var rules = new FieldRules();
        var before = after is null ? null : rules.Token("after", after);
        if (rules.Refusal is { } invalid)
        {
            return invalid;
        }

        var entries = await log.ReadAsync(new ChallengeId(id), before, LinesOfLog, cancellationToken);
        UserId[] people = [.. entries.SelectMany(entry => new[] { entry.ActorId, entry.SubjectId }).OfType<UserId>()];
        var names = await accounts.LoadNamesAsync(people, cancellationToken);
        return TypedResults.Ok<ImmutableArray<AuditLine>>(
        [
            .. entries.Select(entry => new AuditLine(
                entry.Id,
                entry.At,
                entry.Action,
                AuditPerson.Of(entry.ActorId, names),
                AuditPerson.Of(entry.SubjectId, names),
                JsonSerializer.Deserialize<JsonElement>(entry.Detail))),
        ]);
    }

    private static async Task<Results<Ok<ParticipationReport>, ProblemHttpResult>> GetParticipation(
        string id, ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal
            ? Problem.Of(refusal)
            : TypedResults.Ok(await grains.GetGrain<IStandingsGrain>(id).GetParticipationAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(
        string id, ClaimsPrincipal caller, IGrainFactory grains, WallPushService walls)
    {
        var refusal = await grains.GetGrain<IChallengeGrain>(id).CancelAsync(caller.Id().Value);
        await walls.RefreshAsync(id);
        return refusal.ToHttp();
    }

    private static async Task<Results<Ok<ChallengeCreated>, ProblemHttpResult>> Copy(
        string id, SeasonRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var name = rules.Text("name", request.Name, 1, LongestName);
        var startsOn = rules.Required("startsOn", request.StartsOn);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N"))
                .CopyAsync(new CopyChallenge(caller.Id().Value, id, name, startsOn))).ToHttp();
    }

    private static async Task<Ok<ImmutableArray<SeasonOffered>>> FindSeasons(
        ClaimsPrincipal caller, IResultsStore results, TimeProvider time, CancellationToken cancellationToken)
    {
        var endsFrom = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysOfZones);
        var seasons = await results.FindSeasonsAsync(caller.Id(), endsFrom, cancellationToken);
        return TypedResults.Ok<ImmutableArray<SeasonOffered>>(
        [
            .. seasons.Select(season => new SeasonOffered(
                season.Id.Value,
                season.Name,
                season.Code,
                season.StartsOn,
                season.EndsOn,
                season.Follows.Value,
                season.TeamId?.Value,
                season.TeamName)),
        ]);
    }
}
