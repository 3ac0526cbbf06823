using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Days.Runs;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Server.Teams;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Days;

/// <summary>A person's day and the routine for it.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Zone">The IANA time zone of that date.</param>
/// <param name="Done">Whether the date has its credit (rule 1).</param>
/// <param name="Routine">The id of the day's routine in each variant.</param>
/// <param name="Routines">These routines, without duplicates.</param>
/// <param name="Challenges">The day in each challenge that the person is in.</param>
/// <param name="NextSession">The live break that is on or comes next in one of these challenges; null if none is planned.</param>
/// <param name="Nudges">What team mates sent for today, while it is due and open; at most 3, and none for who does not want any.</param>
public sealed record TodayAnswer(
    DateOnly Date,
    string Zone,
    bool Done,
    VariantRoutines Routine,
    ImmutableArray<RoutineSummary> Routines,
    ImmutableArray<TodayInChallenge> Challenges,
    NextSession? NextSession,
    ImmutableArray<ReceivedNudge> Nudges)
{
    /// <summary>Combines the grain's day with its routines, the next live break and the nudges.</summary>
    internal static TodayAnswer Of(
        Today today, Func<Variant, Routine> routineFor, NextSession? nextSession, ImmutableArray<ReceivedNudge> nudges) => new(
        today.Date,
        today.Zone,
        today.Done,
        VariantRoutines.Of(variant => routineFor(variant).Id),
        [.. Enum.GetValues<Variant>().Select(routineFor).DistinctBy(routine => routine.Id).Select(RoutineSummary.Of)],
        today.Challenges,
        nextSession,
        nudges);
}

/// <summary>Time off to enter (rule 6), both dates included.</summary>
public sealed record TimeOffRequest(DateOnly? From, DateOnly? To);

/// <summary>A person's days: today, progress, runs, check-ins and time off.</summary>
internal static class DayEndpoints
{
    /// <summary>Adds the services behind these endpoints.</summary>
    public static void AddDays(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RoutineSelector>();
        builder.Services.AddSingleton<RunTokens>().AddSingleton<CatchUpRuns>();
    }

    /// <summary>Maps the paths of a person's days.</summary>
    public static void MapDays(this RouteGroupBuilder api)
    {
        var days = api.MapGroup("").WithTags("The day");
        days.MapGet("/today", GetToday);
        days.MapGet("/progress", GetProgress);
        days.MapPost("/runs", RunEndpoints.Start);
        days.MapPost("/check-ins", CheckInEndpoints.CheckIn);
        days.MapDelete("/check-ins/{date}", CheckInEndpoints.Undo);
        days.MapGet("/time-off", GetTimeOff);
        days.MapPost("/time-off", AddTimeOff);
        days.MapDelete("/time-off/{id}", RemoveTimeOff);
    }

    private static async Task<Results<Ok<TodayAnswer>, ProblemHttpResult>> GetToday(
        DateOnly? date,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        RoutineSelector routines,
        ISessionStore sessions,
        SessionPushService clock,
        ReceivedNudges nudges,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<IUserGrain>(caller.Id().Value).GetTodayAsync(date, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var today))
        {
            return Problem.Of(refusal);
        }

        var routineFor = await routines.ForDayAsync(caller.Id(), new ProgrammeDay(today.Week, today.LineUp), cancellationToken);
        var next = await sessions.FindNextAsync(caller.Id(), time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(TodayAnswer.Of(
            today,
            routineFor,
            next is null ? null : NextSession.Of(next, clock.ReadClock()),
            await nudges.LoadAsync(caller.Id(), today, cancellationToken)));
    }

    private static async Task<Results<Ok<Progress>, ProblemHttpResult>> GetProgress(
        string challenge, ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).GetProgressAsync(challenge, cancellationToken)).ToHttp();

    private static async Task<Results<Ok<ImmutableArray<TimeOff>>, ProblemHttpResult>> GetTimeOff(
        ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).GetSettingsAsync(cancellationToken)).IsRefused(out var refusal, out var settings)
            ? Problem.Of(refusal)
            : TypedResults.Ok(settings.TimeOff);

    private static async Task<Results<Ok<TimeOffAdded>, ProblemHttpResult>> AddTimeOff(
        TimeOffRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var from = rules.Required("from", request.From);
        var to = rules.Required("to", request.To);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IUserGrain>(caller.Id().Value).AddTimeOffAsync(from, to)).ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveTimeOff(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).RemoveTimeOffAsync(id)).ToHttp();
}
