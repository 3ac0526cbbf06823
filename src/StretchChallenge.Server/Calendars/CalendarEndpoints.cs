using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Calendars;

/// <summary>The secret address of a person's calendar feed.</summary>
/// <param name="Url">The address that a calendar program subscribes to; it is shown only once.</param>
public sealed record CalendarFeed(Uri Url);

/// <summary>Personal calendar feeds: creating and revoking the secret address, and reading the feed.</summary>
internal static class CalendarEndpoints
{
    // Calendar programs keep past events themselves, so the feed only has to cover a limited time.
    private static readonly TimeSpan Past = TimeSpan.FromDays(60);

    /// <summary>Adds the feed's writer.</summary>
    public static void AddCalendars(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SessionCalendar>();

    /// <summary>Maps the feeds and their administration. The account's answers are not stored for idempotency keys.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account/calendar")
            .WithTags("Account")
            .RequireAuthorization()
            .ProducesProblems(RefusalKind.NotSignedIn, RefusalKind.TooMany);
        account.MapPost("", Create)
            .WithSummary("Makes the address of the own calendar feed; the one before is void.");
        account.MapDelete("", Remove)
            .WithSummary("Revokes the address of the own calendar feed.");
        routes.MapGet("/calendar/{secret}.ics", Read)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static async Task<Ok<CalendarFeed>> Create(
        ClaimsPrincipal caller,
        HttpRequest request,
        ICalendarFeedStore feeds,
        PublicLinks links,
        RoutineCatalogue catalogue,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var secret = Secret.Next();
        var feed = new CalendarFeed(links.To($"/calendar/{secret}.ics?language={catalogue.Language}", request));
        await feeds.SaveAsync(caller.Id(), Secret.HashOf(secret), time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(feed);
    }

    private static async Task<NoContent> Remove(ClaimsPrincipal caller, ICalendarFeedStore feeds, CancellationToken cancellationToken)
    {
        await feeds.RemoveAsync(caller.Id(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Read(
        string secret,
        HttpRequest request,
        ICalendarFeedStore feeds,
        ISessionStore sessions,
        SessionCalendar calendar,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Secret.IsPlausible(secret) || await feeds.FindAsync(Secret.HashOf(secret), cancellationToken) is not { } user)
        {
            return Problem.Of(AccountRefusals.UnknownCalendar);
        }

        var planned = await sessions.LoadPlannedAsync(user, time.GetUtcNow() - Past, cancellationToken);
        var feed = Encoding.UTF8.GetBytes(calendar.Write(planned, request));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(feed, SessionCalendar.ContentType, entityTag: tag);
    }
}
