using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Calendars;

/// <summary>The personal calendar feed: making its address, revoking it, and reading it.</summary>
internal static class CalendarEndpoints
{
    // Calendar programs keep what has passed; a feed need not hold it for ever.
    private static readonly TimeSpan Past = TimeSpan.FromDays(60);

    private static readonly ProblemType UnknownCalendar = ProblemType.NotFound with { Code = "unknown-calendar" };

    public static async Task<Ok<CalendarFeed>> Create(
        ClaimsPrincipal caller,
        HttpRequest request,
        ICalendarFeedStore feeds,
        PublicLinks links,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var secret = Secret.Next();
        await feeds.SaveAsync(caller.Id(), Secret.HashOf(secret), time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(new CalendarFeed(links.To($"/calendar/{secret}.ics", request)));
    }

    public static async Task<NoContent> Remove(ClaimsPrincipal caller, ICalendarFeedStore feeds, CancellationToken cancellationToken)
    {
        await feeds.RemoveAsync(caller.Id(), cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Read(
        string secret,
        HttpRequest request,
        ICalendarFeedStore feeds,
        ISessionStore sessions,
        SessionCalendar calendar,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Secret.MayBe(secret) || await feeds.FindAsync(Secret.HashOf(secret), cancellationToken) is not { } user)
        {
            return Problem.Of(UnknownCalendar, "This calendar does not exist, or not any more.");
        }

        var planned = await sessions.LoadPlannedAsync(user, time.GetUtcNow() - Past, cancellationToken);
        return TypedResults.Content(calendar.Write(planned, request), SessionCalendar.ContentType);
    }
}
