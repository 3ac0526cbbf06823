using StretchChallenge.Domain.Text;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Sessions;

/// <summary>Live breaks over HTTP, and the services that plan recurring ones and start planned ones.</summary>
internal static class SessionsSetup
{
    /// <summary>Adds the service.</summary>
    public static void AddSessions(this WebApplicationBuilder builder) => builder.Services
        .AddHostedService<SessionSweep>()
        .AddSingleton<ScheduledBreaks>()
        .AddHostedService<ScheduleSweep>();

    /// <summary>Maps <c>/api/sessions</c>. Anybody who has a code may read its session; unknown codes are limited.</summary>
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Live breaks");
        sessions.MapPost("", SessionEndpoints.Create);
        sessions.MapGet("/{code}", SessionEndpoints.Get).AllowAnonymous().LimitFailedCodes(CodeKind.Session);
        sessions.MapPut("/{code}", SessionPlanEndpoints.Change).LimitFailedCodes(CodeKind.Session);
        sessions.MapDelete("/{code}", SessionPlanEndpoints.CallOff).LimitFailedCodes(CodeKind.Session);
        sessions.MapGet("/{code}/snapshot", SessionSnapshotEndpoint.Get).AllowAnonymous().LimitFailedCodes(CodeKind.Session);
        sessions.MapGet("/{code}/invitation.svg", SessionEndpoints.QrCode).AllowAnonymous().LimitFailedCodes(CodeKind.Session);
        sessions.MapGet("/{code}/steps", SessionEndpoints.GetSteps).AllowAnonymous().LimitFailedCodes(CodeKind.Session);
        api.MapGet("/challenges/{id}/sessions", SessionPlanEndpoints.List).WithTags("Live breaks");
        api.MapSchedules();
    }
}
