using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>A mistake in an imported file.</summary>
/// <param name="Row">The row of the table as spreadsheets number it, or the line of the calendar.</param>
/// <param name="Field">The column.</param>
/// <param name="Code">A code as those of problems.</param>
public sealed record ImportFault(int Row, string Field, string Code)
{
    /// <summary>The values that words for the code need; see <c>ProblemParams</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Params { get; init; }
}

/// <summary>What a file of people holds, or what was done with it.</summary>
/// <param name="Rows">How many people it names.</param>
/// <param name="Errors">Its mistakes, the first 200.</param>
/// <param name="Invited">How many people were invited; 0 in a preview.</param>
/// <param name="TeamsMade">How many teams were made for them; 0 in a preview.</param>
public sealed record PeopleImport(int Rows, ImmutableArray<ImportFault> Errors, int Invited, int TeamsMade);

/// <summary>What a file of holidays holds.</summary>
/// <param name="Rows">How many events or rows it has.</param>
/// <param name="Errors">Its mistakes, the first 200.</param>
/// <param name="Days">The days that lie inside the challenge.</param>
public sealed record HolidaysImport(int Rows, ImmutableArray<ImportFault> Errors, ImmutableArray<ImportedDay> Days);

/// <summary>A day that a file names as a holiday.</summary>
public sealed record ImportedDay(DateOnly Date, string Name);

/// <summary>Importing people and holidays from files: all of a file or nothing.</summary>
internal static class ImportEndpoints
{
    private const int MostFaults = 200;

    private static readonly string[] Tables = ["text/csv", "text/plain"];
    private static readonly string[] Calendars = ["text/calendar", .. Tables];

    /// <summary>Maps the imports below <c>/api/challenges/{id}</c>.</summary>
    public static void MapImports(this RouteGroupBuilder challenges)
    {
        challenges.MapPost("/{id}/members/import", ImportPeople)
            .Accepts<string>(Tables[0], Tables[1..])
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.Largest))
            .WithSummary("Invites the people of a CSV file; with preview=true only tells its mistakes.");
        challenges.MapPost("/{id}/holidays/import", ImportHolidays)
            .Accepts<string>(Calendars[0], Calendars[1..])
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.Largest))
            .WithSummary("Adds the days of an ICS or CSV file to the holidays; with preview=true only tells them and the mistakes.");
    }

    private static async Task<Results<Ok<PeopleImport>, ProblemHttpResult>> ImportPeople(
        string id, bool? preview, HttpRequest request, ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } notAllowed)
        {
            return Problem.Of(notAllowed);
        }

        if ((await UploadedFile.ReadAsync(request, Tables, cancellationToken)).IsRefused(out var refusal, out var text)
            || PeopleFile.Read(text).IsRefused(out refusal, out var file))
        {
            return Problem.Of(refusal);
        }

        if (preview == true)
        {
            return TypedResults.Ok(new PeopleImport(file.Rows, Shown(file.Faults), 0, 0));
        }

        if (!file.Faults.IsEmpty)
        {
            return RowsRefused(file.Faults);
        }

        var outcome = await grains.GetGrain<IChallengeGrain>(id).InvitePeopleAsync(new InvitePeople(caller.Id().Value, file.People), CancellationToken.None);
        return outcome.IsRefused(out refusal, out var done)
            ? Problem.Of(refusal)
            : TypedResults.Ok(new PeopleImport(file.Rows, [], done.Invited, done.TeamsMade));
    }

    private static async Task<Results<Ok<HolidaysImport>, ProblemHttpResult>> ImportHolidays(
        string id,
        bool? preview,
        HttpRequest request,
        ClaimsPrincipal caller,
        IChallengeStore challenges,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } notAllowed)
        {
            return Problem.Of(notAllowed);
        }

        if ((await UploadedFile.ReadAsync(request, Calendars, cancellationToken)).IsRefused(out var refusal, out var text))
        {
            return Problem.Of(refusal);
        }

        if (await challenges.LoadAsync(new ChallengeId(id), cancellationToken) is not { } challenge)
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        var calendar = new ChallengeCalendar(
            challenge.StartsOn, challenge.EndsOn, TimeZones.Find(challenge.ZoneId), challenge.WorkDays, challenge.Holidays);
        if (HolidayFile.Read(text, calendar).IsRefused(out refusal, out var file))
        {
            return Problem.Of(refusal);
        }

        var found = new HolidaysImport(file.Rows, Shown(file.Faults), [.. file.Days.Select(day => new ImportedDay(day.Date, day.Name))]);
        if (preview == true)
        {
            return TypedResults.Ok(found);
        }

        return file.Faults.IsEmpty
            ? await AddAsync(id, caller, found, grains)
            : RowsRefused(file.Faults);
    }

    // As if the organiser had seen no holidays: those that are there already stay.
    private static async Task<Results<Ok<HolidaysImport>, ProblemHttpResult>> AddAsync(
        string id, ClaimsPrincipal caller, HolidaysImport found, IGrainFactory grains)
    {
        var organiser = caller.Id().Value;
        var command = new ChangeChallenge(organiser, null, [.. found.Days.Select(day => day.Date)], null, null)
        {
            Before = new ChangeChallenge(organiser, null, ImmutableArray<DateOnly>.Empty, null, null),
        };
        return (await grains.GetGrain<IChallengeGrain>(id).ChangeSettingsAsync(command)).IsRefused(out var refusal, out _)
            ? Problem.Of(refusal)
            : TypedResults.Ok(found);
    }

    private static ImmutableArray<ImportFault> Shown(ImmutableArray<RowFault> faults) =>
    [
        .. faults.Take(MostFaults).Select(one => new ImportFault(one.Row, one.Fault.Field ?? "", one.Fault.Code) { Params = one.Fault.Params }),
    ];

    private static ProblemHttpResult RowsRefused(ImmutableArray<RowFault> faults) => Problem.OfFields(
        [.. faults.Take(MostFaults).Select(one => one.Fault.At($"rows[{one.Row}].{one.Fault.Field}"))],
        ImportRefusals.RowsRefused(faults.Select(one => one.Row).Distinct().Count()));
}
