using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Calendars;

/// <summary>Personal calendar feeds.</summary>
internal static class CalendarsSetup
{
    /// <summary>Adds the writer.</summary>
    public static void AddCalendars(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SessionCalendar>();

    /// <summary>Maps the feeds, and what their owners do with them. As all of the account's answers, these are never kept.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account/calendar")
            .WithTags("Account")
            .RequireAuthorization()
            .Refuses(ProblemType.NotSignedIn, ProblemType.TooManyRequests);
        account.MapPost("", CalendarEndpoints.Create)
            .WithSummary("Makes the address of the own calendar feed; the one before is void.");
        account.MapDelete("", CalendarEndpoints.Remove)
            .WithSummary("Revokes the address of the own calendar feed.");
        routes.MapGet("/calendar/{secret}.ics", CalendarEndpoints.Read)
            .AllowAnonymous()
            .LimitFailedCodes()
            .ExcludeFromDescription();
    }
}
