using Microsoft.AspNetCore.Authorization;
using Orleans.Dashboard;
using StretchChallenge.Server.Accounts;

namespace StretchChallenge.Server.Hosting;

/// <summary>Orleans' own dashboard at <c>/admin/orleans</c>, for site administrators only.</summary>
/// <remarks>
/// Off by default; <c>Orleans:Dashboard</c> = true switches it on. It collects metrics every second, whether anybody looks or not: about
/// 80 MB and 3 % of a core.
/// </remarks>
internal static class OrleansDashboard
{
    /// <summary>The common prefix of its pages and data.</summary>
    public const string Path = "/admin/orleans";

    // Not served, because the state of grains is personal data.
    private const string GrainState = $"{Path}/GrainState";

    // Its scripts, styles and fonts are its own files; its charts set styles inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly AuthorizationPolicy SiteAdministrators =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Roles.SiteAdministrator).Build();

    /// <summary>Whether the dashboard is switched on.</summary>
    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue("Orleans:Dashboard", false);

    /// <summary>Sets the options, the same for silos and clients. The log page is hidden: logs are read elsewhere.</summary>
    public static void Apply(DashboardOptions options) => options.HideTrace = true;

    /// <summary>Maps the pages and data when the dashboard is switched on.</summary>
    public static void MapGrainDashboard(this WebApplication app)
    {
        if (!IsEnabled(app.Configuration))
        {
            return;
        }

        var dashboard = app.MapOrleansDashboard(Path).RequireAuthorization(SiteAdministrators).ExcludeFromDescription();
        dashboard.AddEndpointFilter((context, next) =>
        {
            var http = context.HttpContext;
            if (http.Request.Path.StartsWithSegments(GrainState))
            {
                return ValueTask.FromResult<object?>(TypedResults.NotFound());
            }

            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
    }
}
