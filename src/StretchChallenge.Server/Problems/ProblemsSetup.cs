using System.Text.Json.Serialization;

namespace StretchChallenge.Server.Problems;

/// <summary>Every refused request gets a problem (RFC 9457).</summary>
internal static class ProblemsSetup
{
    /// <summary>The largest body that a request may have, in bytes.</summary>
    public const int LargestBody = 32 * 1024;

    /// <summary>Adds the writer of problems and the strict reading of requests.</summary>
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.MaxDepth = 16;
        });
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestBody);
    }

    /// <summary>Turns exceptions, and answers with a status alone, into problems.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
