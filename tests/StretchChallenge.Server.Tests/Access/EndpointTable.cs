namespace StretchChallenge.Server.Tests.Access;

/// <summary>Every endpoint, and what each sort of caller gets: the one place where access is written down.</summary>
public static class EndpointTable
{
    private const string OfChallenge = "/api/challenges/{id}";

    /// <summary>The rows: method, pattern, body, and the status for a visitor, a stranger to the challenge, a participant, an organiser.</summary>
    public static TheoryData<string, string, string?, int, int, int, int> Rows { get; } = new()
    {
        { "GET", "/healthz/live", null, 200, 200, 200, 200 },
        { "GET", "/healthz/ready", null, 200, 200, 200, 200 },
        { "GET", "/openapi/v1.json", null, 200, 200, 200, 200 },
        { "GET", "/openapi/reference/{documentName?}", null, 200, 200, 200, 200 },
        { "GET", "/openapi/reference/favicon.svg", null, 200, 200, 200, 200 },
        { "GET", "/openapi/reference/scalar.js", null, 200, 200, 200, 200 },
        { "GET", "/openapi/reference/scalar.aspnetcore.js", null, 200, 200, 200, 200 },
        { "GET", "/api/site", null, 200, 200, 200, 200 },
        { "GET", "/api/exercises", null, 200, 200, 200, 200 },
        { "GET", "/api/exercises/{id}", null, 404, 404, 404, 404 },
        { "GET", "/api/programme", null, 200, 200, 200, 200 },
        { "GET", "/api/routines", null, 200, 200, 200, 200 },
        { "GET", "/api/routines/{id}", null, 404, 404, 404, 404 },
        { "GET", "/api/invitations/{code}", null, 200, 200, 200, 200 },
        { "POST", "/api/account/register", "{}", 400, 400, 400, 400 },
        { "POST", "/api/account/login", "{}", 400, 400, 400, 400 },
        { "GET", "/api/account", null, 401, 200, 200, 200 },
        { "PUT", "/api/account", "{}", 401, 200, 200, 200 },
        { "GET", "/api/challenges", null, 401, 200, 200, 200 },
        { "POST", "/api/challenges", "{}", 401, 400, 400, 400 },
        { "POST", "/api/challenges/join", "{}", 401, 400, 400, 400 },
        { "GET", OfChallenge, null, 401, 404, 200, 200 },
        { "PUT", OfChallenge, "{}", 401, 404, 403, 200 },
        { "DELETE", OfChallenge, null, 401, 404, 403, 409 },
        { "POST", $"{OfChallenge}/teams", """{"name":"Green"}""", 401, 404, 200, 409 },
        { "PUT", $"{OfChallenge}/members/{{user}}", """{"role":"captain"}""", 401, 404, 403, 204 },
        { "DELETE", $"{OfChallenge}/members/{{user}}", null, 401, 404, 403, 204 },
        { "GET", $"{OfChallenge}/invitation.svg", null, 401, 404, 200, 200 },
        { "GET", $"{OfChallenge}/standings/{{board}}", null, 401, 404, 200, 200 },
        { "GET", "/api/teams/{id}", null, 401, 404, 200, 200 },
        { "GET", "/api/today", null, 401, 200, 200, 200 },
        { "GET", "/api/progress", "?challenge", 401, 404, 200, 200 },
        { "POST", "/api/runs", """{"routineId":"gentle"}""", 401, 200, 200, 200 },
        { "POST", "/api/check-ins", "{}", 401, 400, 400, 400 },
        { "DELETE", "/api/check-ins/{date}", null, 401, 404, 404, 404 },
        { "GET", "/api/time-off", null, 401, 200, 200, 200 },
        { "POST", "/api/time-off", "{}", 401, 400, 400, 400 },
        { "DELETE", "/api/time-off/{id}", null, 401, 404, 404, 404 },
        { "GET", "/api/safety", null, 401, 200, 200, 200 },
        { "PUT", "/api/safety", """{"discInjury":true}""", 401, 200, 200, 200 },
        { "DELETE", "/api/safety", null, 401, 204, 204, 204 },
        { "GET", "/api/self-tests", "?challenge", 401, 404, 200, 200 },
        { "POST", "/api/self-tests", """{"backFeeling":7}""", 401, 201, 201, 201 },
        { "DELETE", "/api/self-tests", null, 401, 204, 204, 204 },
        { "DELETE", "/api/self-tests/{id}", null, 401, 404, 404, 404 },
        { "POST", $"{OfChallenge}/code", null, 401, 404, 403, 200 },
        { "POST", $"{OfChallenge}/leave", null, 401, 404, 204, 409 },
        { "POST", "/api/sessions", "{}", 401, 400, 400, 400 },
        { "GET", "/api/sessions/{code}", null, 404, 404, 404, 404 },
        { "PUT", "/api/sessions/{code}", "{}", 401, 404, 404, 404 },
        { "DELETE", "/api/sessions/{code}", null, 401, 404, 404, 404 },
        { "GET", "/api/sessions/{code}/snapshot", null, 404, 404, 404, 404 },
        { "GET", $"{OfChallenge}/sessions", null, 401, 404, 200, 200 },
        { "GET", $"{OfChallenge}/schedules", null, 401, 404, 200, 200 },
        { "POST", $"{OfChallenge}/schedules", """{"routineId":"desk-break-3","time":"10:30"}""", 401, 404, 403, 200 },
        { "PUT", $"{OfChallenge}/schedules/{{sid}}", """{"routineId":"desk-break-3","time":"10:30"}""", 401, 404, 404, 404 },
        { "DELETE", $"{OfChallenge}/schedules/{{sid}}", null, 401, 404, 404, 404 },
        { "GET", "/api/teams/{id}/nudges", null, 401, 404, 404, 404 },
        { "POST", "/api/teams/{id}/nudges", """{"userId":"nobody","kind":"nudge"}""", 401, 404, 404, 404 },
        { "GET", "/api/teams/{id}/moments", null, 401, 404, 404, 404 },
        { "POST", "/api/teams/{id}/moments/{moment}/reactions", """{"kind":"clap"}""", 401, 404, 404, 404 },
        { "GET", "/api/account/nudges", null, 401, 200, 200, 200 },
        { "PUT", "/api/account/nudges", """{"accepts":true}""", 401, 200, 200, 200 },
        { "GET", "/api/sessions/{code}/invitation.svg", null, 404, 404, 404, 404 },
        { "GET", "/api/sessions/{code}/steps", null, 404, 404, 404, 404 },
        { "GET", "/api/walls/snapshot", null, 404, 404, 404, 404 },
        { "POST", $"{OfChallenge}/walls", null, 401, 404, 403, 200 },
        { "DELETE", $"{OfChallenge}/walls/{{token}}", null, 401, 404, 403, 404 },
        { "POST", "/api/account/calendar", null, 401, 200, 200, 200 },
        { "DELETE", "/api/account/calendar", null, 401, 204, 204, 204 },
        { "POST", "/api/account/logout", null, 204, 204, 204, 204 },
        { "POST", "/api/client-errors", """{"message":"x is undefined"}""", 204, 204, 204, 204 },
        { "POST", "/api/demo/enter", null, 204, 204, 204, 204 },
        { "GET", "/calendar/{secret}.ics", null, 404, 404, 404, 404 },
    };

    /// <summary>What a captain gets, where it is not what a participant gets.</summary>
    public static Dictionary<string, int> Captains { get; } = new()
    {
        // After the participant, who made a team of this name.
        [$"POST {OfChallenge}/teams"] = 409,
        [$"POST {OfChallenge}/schedules"] = 200,
        [$"POST {OfChallenge}/walls"] = 200,
        [$"DELETE {OfChallenge}/walls/{{token}}"] = 404,
    };

    /// <summary>What a site administrator who is not in the challenge gets, where it is not what a stranger gets.</summary>
    public static Dictionary<string, int> SiteAdministrators { get; } = [];

    /// <summary>Endpoints that are no part of the API: the hub, which has a table of its own, and the dashboard, which has a test.</summary>
    public static string[] Elsewhere { get; } = ["/live", "/live/negotiate"];
}
