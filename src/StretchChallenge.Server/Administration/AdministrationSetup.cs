using Microsoft.AspNetCore.Authorization;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Backups;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Administration;

/// <summary>What site administrators see and do: accounts, registration, challenges, the database, and the audit log of it all.</summary>
internal static class AdministrationSetup
{
    /// <summary>The most entries of an answer; <c>after</c> names the last of them for the next ones.</summary>
    public const int PageSize = 50;

    /// <summary>The longest text to search for, in characters.</summary>
    public const int LongestSearch = 100;

    /// <summary>Adds the services.</summary>
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SiteSettings>();
        builder.Services.AddSingleton<LedgerBackups>();
        builder.Services.AddSingleton<IAuthorizationHandler, SiteAdministrators.Handler>();
    }

    /// <summary>Maps <c>/api/admin</c>, for site administrators alone; what they change needs a fresh sign-in.</summary>
    public static void MapAdministration(this RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin")
            .WithTags("Administration")
            .RequireAuthorization(SiteAdministrators.Policy)
            .ProducesProblems(RefusalKind.Forbidden);
        admin.MapGet("/accounts", AccountEndpoints.ListAsync)
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Returns up to 50 people, the newest first; q is a part of the name or e-mail, after the id of the last one before.");
        admin.MapPut("/accounts/{id}", AccountEndpoints.ChangeAsync)
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotFound, RefusalKind.Conflict)
            .WithSummary("Disables or enables an account, and appoints or removes a site administrator.");
        admin.MapPost("/accounts/{id}/reset-link", AccountEndpoints.CreateResetLinkAsync)
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Makes a link with which the person sets a new password, once within 24 hours; the one before is void.");
        admin.MapPost("/accounts/{id}/sign-out", AccountEndpoints.SignOutAsync)
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Signs the person out everywhere.");
        admin.MapDelete("/accounts/{id}", AccountEndpoints.DeleteAsync)
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotFound, RefusalKind.Conflict)
            .WithSummary("Deletes the person's account with everything about them.");
        admin.MapGet("/settings", SettingsEndpoints.GetAsync)
            .WithSummary("Returns the settings of the site.");
        admin.MapPut("/settings", SettingsEndpoints.ChangeAsync)
            .RequireFreshSignIn()
            .WithSummary("Sets who may register.");
        admin.MapGet("/challenges", ChallengeListEndpoint.ListAsync)
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Returns up to 50 challenges, those that start last first; q is a part of the name.");
        admin.MapGet("/audit", AuditEndpoint.ListAsync)
            .ProducesProblems(RefusalKind.NotFound)
            .WithSummary("Returns up to 50 entries of the site's audit log, the newest first.");
        admin.MapGet("/status", StatusEndpoint.GetAsync)
            .WithSummary("Returns how the server and its database are.");
        admin.MapPost("/backup", StatusEndpoint.BackUpAsync)
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.Conflict)
            .WithSummary("Copies the SQLite database into the folder backups beside it.");
    }
}
