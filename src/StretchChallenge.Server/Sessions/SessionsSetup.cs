using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Sessions;

/// <summary>Live breaks over HTTP, and the service that starts planned ones.</summary>
internal static class SessionsSetup
{
    /// <summary>Adds the service.</summary>
    public static void AddSessions(this WebApplicationBuilder builder) => builder.Services.AddHostedService<SessionSweep>();

    /// <summary>Maps <c>/api/sessions</c>. Anybody who has a code may read its session; unknown codes are limited.</summary>
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Live breaks");
        sessions.MapPost("", SessionEndpoints.Create);
        sessions.MapGet("/{code}", SessionEndpoints.Get).AllowAnonymous().LimitFailedCodes();
        sessions.MapPut("/{code}", SessionPlanEndpoints.Change).LimitFailedCodes();
        sessions.MapDelete("/{code}", SessionPlanEndpoints.CallOff).LimitFailedCodes();
        sessions.MapGet("/{code}/snapshot", SessionSnapshotEndpoint.Get).AllowAnonymous().LimitFailedCodes();
        sessions.MapGet("/{code}/invitation.svg", SessionEndpoints.QrCode).AllowAnonymous().LimitFailedCodes();
        sessions.MapGet("/{code}/steps", SessionEndpoints.GetSteps).AllowAnonymous().LimitFailedCodes();
        api.MapGet("/challenges/{id}/sessions", SessionPlanEndpoints.List).WithTags("Live breaks");
    }
}
