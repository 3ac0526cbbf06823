using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
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
            return refusal;
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
            return refusal;
        }

        var export = new ChallengeExport(grains, results, new ChallengeId(id));
        return TypedResults.Stream(stream => WriteJsonAsync(stream, export, cancellationToken), "application/json", "challenge.json");
    }

    private static async Task WriteJsonAsync(Stream stream, ChallengeExport export, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartArray(Teams);
        await foreach (var team in export.TeamsAsync(cancellationToken))
        {
            JsonSerializer.Serialize(json, team, JsonSerializerOptions.Web);
        }

        json.WriteEndArray();
        json.WriteStartArray(People);
        await foreach (var person in export.PeopleAsync(cancellationToken))
        {
            JsonSerializer.Serialize(json, person, JsonSerializerOptions.Web);
            if (json.BytesPending > 16_384)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
