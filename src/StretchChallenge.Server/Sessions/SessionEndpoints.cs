using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>Making live breaks, and finding them by their codes. Everything in them goes through the hub.</summary>
internal static class SessionEndpoints
{
    private const string Gentle = "gentle";

    public static async Task<Results<Ok<SessionCreated>, ProblemHttpResult>> Create(
        SessionRequest request,
        ClaimsPrincipal caller,
        RoutineCatalogue catalogue,
        IGrainFactory grains,
        KnownIds known,
        WallPushService walls,
        CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var challengeId = rules.Token("challengeId", request.ChallengeId);
        var routineId = rules.Token("routineId", request.RoutineId);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!await known.HasChallengeAsync(challengeId, cancellationToken)
            || (await grains.GetGrain<IChallengeGrain>(challengeId).GetAsync(caller.Id().Value, cancellationToken)).IsRefused(out _, out var challenge))
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge.At("challengeId"));
        }

        if (challenge.State is ChallengeState.Closed or ChallengeState.Final or ChallengeState.Cancelled)
        {
            return Problem.Of(ChallengeRefusals.ChallengeOver);
        }

        if (request.StartsAt is not null && !HostRules.MayPlan(challenge.Role, challenge.Planning))
        {
            return Problem.Of(SessionRefusals.CaptainsPlan);
        }

        if (catalogue.Find(routineId) is not { } routine)
        {
            return Problem.Of(DayRefusals.UnknownRoutine.At("routineId"));
        }

        var command = new CreateSession(
            caller.Id().Value,
            challengeId,
            routine.Id,
            [.. routine.Steps.Select(step => step.PlannedSeconds * 1000L)],
            request.StartsAt)
        {
            MostPlanned = challenge.Role == ChallengeRole.Participant ? HostRules.MostPlannedByParticipant : null,
        };
        var outcome = await grains.GetGrain<ISessionGrain>(Guid.NewGuid().ToString("N")).CreateAsync(command);
        await walls.RefreshAsync(challengeId);
        return outcome.ToHttp();
    }

    public static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Get(
        string code,
        ISessionStore sessions,
        IAccountStore accounts,
        IGrainFactory grains,
        SessionPushService clock,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(code, sessions, cancellationToken) is not { } session)
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));
        }

        var outcome = await grains.GetGrain<ISessionGrain>(session.Id.Value).GetAsync(cancellationToken);
        if (outcome.IsRefused(out var refusal, out var view))
        {
            return Problem.Of(refusal);
        }

        var host = view.HostId is { } id ? await accounts.FindAsync(new UserId(id), cancellationToken) : null;
        return TypedResults.Ok(new SessionAnswer(
            view.Id,
            view.Code,
            view.ChallengeId,
            view.RoutineId,
            view.Phase,
            view.OpensAt,
            view.StartsAt,
            host?.DisplayName,
            view.Participants,
            clock.ReadClock()));
    }

    /// <summary>The way into the room for phones, as every screen in it and the wall show it.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> QrCode(
        string code, HttpRequest request, ISessionStore sessions, PublicLinks links, CancellationToken cancellationToken) =>
        await FindAsync(code, sessions, cancellationToken) is { } session
            ? QrImage.Of(links.To($"/live/{session.Code}", request))
            : Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));

    /// <summary>The steps of somebody who does the gentle routine or the seated variant, on the room's timeline (rule 28).</summary>
    public static async Task<Results<Ok<ImmutableArray<SessionStep>>, ProblemHttpResult>> GetSteps(
        string code,
        string? variant,
        ISessionStore sessions,
        IChallengeStore challenges,
        SessionSteps steps,
        RoutineCatalogue catalogue,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var chosen = EnumNames.Find<Variant>(variant);
        if (variant is not (null or Gentle) && chosen is null)
        {
            var words = EnumNames.All<Variant>().Add(Gentle);
            return Problem.OfFields([FieldRefusals.NotOneOf("variant", string.Join(", ", words))]);
        }

        if (await FindAsync(code, sessions, cancellationToken) is not { } session)
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));
        }

        if (variant is null || FitsAsItIs(catalogue.Find(session.RoutineId), chosen))
        {
            return TypedResults.Ok(steps.Of(session.RoutineId, session.Steps));
        }

        var own = chosen is { } fitted
            ? catalogue.Of(await DayOfAsync(session, challenges, time, cancellationToken), fitted)
            : catalogue.GentleFor(Variant.Desk);
        return TypedResults.Ok(steps.Fitted(own, session.Steps));
    }

    private static bool FitsAsItIs(Routine? routine, Variant? variant) =>
        variant is { } fitted ? routine?.Variants.Contains(fitted) == true : routine?.IsGentle == true;

    private static async Task<ProgrammeDay> DayOfAsync(
        SessionRecord session, IChallengeStore challenges, TimeProvider time, CancellationToken cancellationToken)
    {
        var at = session.StartsAt ?? time.GetUtcNow();
        var challenge = await challenges.LoadAsync(session.ChallengeId, cancellationToken);
        return challenge is null
            ? ProgrammeDay.On(DateOnly.FromDateTime(at.UtcDateTime), [])
            : ProgrammeDay.Since(challenge.StartsOn, ZoneTimeline.Fixed(TimeZones.Find(challenge.ZoneId)).DateAt(at));
    }

    /// <summary>The session of a code as people type it; null when there is none.</summary>
    public static async Task<SessionRecord?> FindAsync(string code, ISessionStore sessions, CancellationToken cancellationToken) =>
        SessionCodes.Normalised(code) is { } normalised ? await sessions.FindByCodeAsync(normalised, cancellationToken) : null;
}

/// <summary>A live break to make.</summary>
/// <param name="ChallengeId">A challenge that the caller is in.</param>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="StartsAt">When it is to start by itself; left out, the lobby opens at once and its host starts it.</param>
public sealed record SessionRequest(string? ChallengeId, string? RoutineId, DateTimeOffset? StartsAt = null);

/// <summary>A live break as anybody sees it who has its code.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpensAt">When its lobby opens or opened: 10 minutes before a planned start.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="Host">The host's name; null where that account is gone.</param>
/// <param name="Participants">How many people are there now.</param>
/// <param name="ServerMs">The server's clock when this held, by which a page waits for the opening: Unix milliseconds.</param>
public sealed record SessionAnswer(
    string Id,
    string Code,
    string ChallengeId,
    string RoutineId,
    SessionPhase Phase,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    string? Host,
    int Participants,
    double ServerMs);
