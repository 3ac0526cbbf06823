using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Challenges;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Server.Results;

/// <summary>The exports of a challenge: the figures of the boards and the list of people, for organisers.</summary>
internal static class ExportEndpoints
{
    private const string People = "people";
    private const string Teams = "teams";

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Csv(
        string id,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IResultsStore results,
        CancellationToken cancellationToken,
        string of = People)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        if (of is not (People or Teams))
        {
            return Problem.OfFields([FieldRefusals.NotOneOf("of", $"{People}, {Teams}")]);
        }

        var export = new ChallengeExport(grains, results, new ChallengeId(id));
        var lines = of == Teams ? export.TeamLinesAsync(cancellationToken) : export.PersonLinesAsync(cancellationToken);
        return TypedResults.Stream(
            stream => CsvText.WriteAsync(stream, of == Teams ? TeamLine.Columns : PersonLine.Columns, lines, cancellationToken),
            "text/csv; charset=utf-8",
            $"{of}.csv");
    }

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Json(
        string id, ClaimsPrincipal caller, IGrainFactory grains, IResultsStore results, CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var export = new ChallengeExport(grains, results, new ChallengeId(id));
        var document = new ExportDocument(export.TeamsAsync(cancellationToken), export.PeopleAsync(cancellationToken));
        return TypedResults.Stream(
            stream => JsonSerializer.SerializeAsync(stream, document, JsonSerializerOptions.Web, cancellationToken),
            "application/json",
            "challenge.json");
    }
}

/// <summary>The whole export in JSON, written while it is read.</summary>
internal sealed record ExportDocument(IAsyncEnumerable<TeamLine> Teams, IAsyncEnumerable<PersonLine> People);
