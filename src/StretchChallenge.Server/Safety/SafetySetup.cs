using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Safety;

/// <summary>The safety question: private, and only there to select the routine.</summary>
internal static class SafetySetup
{
    /// <summary>Adds the answers, and the vault in which they lie.</summary>
    public static void AddSafety(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HealthVault>();
        builder.Services.AddSingleton<SafetyAnswers>();
    }

    /// <summary>Maps <c>/api/safety</c>.</summary>
    public static void MapSafety(this RouteGroupBuilder api)
    {
        var safety = api.MapGroup("/safety").WithTags("Private health");
        safety.MapGet("", SafetyEndpoints.Get)
            .WithSummary("The own answer to the safety question.");
        safety.MapPut("", SafetyEndpoints.Change)
            .Refuses(ProblemType.Conflict)
            .WithSummary("Answers the safety question, or notes that its notice was seen; what is left out stays as it is.");
        safety.MapDelete("", SafetyEndpoints.Delete)
            .WithSummary("Deletes the answer, and that the notice was seen.");
    }
}
