using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.SelfTests;

/// <summary>Self-tests: private to the person who takes them.</summary>
internal static class SelfTestsSetup
{
    /// <summary>Where they are asked for.</summary>
    public const string Path = "/api/self-tests";

    /// <summary>Adds the results; the vault comes with the safety question.</summary>
    public static void AddSelfTests(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SelfTestResults>();

    /// <summary>Maps <c>/api/self-tests</c>.</summary>
    public static void MapSelfTests(this RouteGroupBuilder api)
    {
        var selfTests = api.MapGroup("/self-tests").WithTags("Private health");
        selfTests.MapGet("", SelfTestEndpoints.List)
            .Refuses(ProblemType.NotFound)
            .WithSummary("The own results, and when a challenge suggests the next.");
        selfTests.MapPost("", SelfTestEndpoints.Add)
            .Refuses(ProblemType.Conflict)
            .WithSummary("Enters a result, with at least one value.");
        selfTests.MapDelete("", SelfTestEndpoints.DeleteAll)
            .WithSummary("Deletes all own results at once.");
        selfTests.MapDelete("/{id}", SelfTestEndpoints.Delete)
            .Refuses(ProblemType.NotFound)
            .WithSummary("Deletes one own result.");
    }
}
