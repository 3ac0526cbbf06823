using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Accounts.Export;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Accounts.Passkeys;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Accounts;

/// <summary>Accounts: the managers of ASP.NET Core Identity over our own store, sign-in by cookie, and <c>/api/account</c>.</summary>
internal static class AccountsSetup
{
    /// <summary>How long a cookie holds after it was last renewed.</summary>
    public static readonly TimeSpan SignInLifetime = TimeSpan.FromDays(30);

    // A cookie made before a change of the credentials is accepted for this long.
    private static readonly TimeSpan StampValidationInterval = TimeSpan.FromSeconds(30);

    /// <summary>Adds accounts and sign-in.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Account>().AddUserManager<AccountManager>().AddSignInManager();
        services.AddScoped<IUserStore<Account>, AccountUserStore>();
        services.AddSingleton<ILookupNormalizer, EmailNormalizer>();
        services.AddSingleton<IPasswordHasher<Account>, NormalizingPasswordHasher>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaimsPrincipalFactory>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = StampValidationInterval;
            options.TimeProvider = time;
            options.OnRefreshingPrincipal = SignInId.KeepAsync;
        });

        // All of Identity's cookie schemes: the security stamp validator signs out of each of them, used or not.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure<MasterKey>(SetCookie));
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, FreshSignIn.Handler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, FreshSignIn.ResultHandler>();
        services.AddPasskeys();
        services.AddScoped<SignInService>();
        services.AddScoped<RegistrationService>();
        services.AddSingleton<RegistrationAdmission>();
        services.AddScoped<ProfileService>();
        services.AddSingleton<DummyPasswordCheck>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<DeletedAccounts>();
        services.AddScoped<PersonalDataReader>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<SetupCodePolicy>();
        services.AddSingleton<RevokedSignIns>();
        services.AddHostedService(provider => provider.GetRequiredService<RevokedSignIns>());
        services.AddSingleton<SignIns>();
        services.AddSingleton<PasswordResets>();
        services.AddScoped<PasswordChangeService>();
    }

    /// <summary>Maps <c>/api/account</c>. It takes no <c>Idempotency-Key</c>: a kept answer would hold a cookie.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account").WithTags("Account").RequireAuthorization().CheckIds().ProducesProblems(RefusalKind.TooMany);
        account.MapPost("/register", RegistrationEndpoint.RegisterAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.Registration)
            .LimitFailedCodes(CodeKind.Invitation)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.Forbidden, RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Busy)
            .WithSummary("Creates an account and signs it in. The first account administers the site.");
        account.MapPost("/login", SignInEndpoints.LogInAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.Busy)
            .WithSummary("Signs in. A wrong e-mail and a wrong password get the same answer.");
        account.MapPost("/logout", SignInEndpoints.LogOutAsync)
            .AllowAnonymous()
            .WithSummary("Signs out. Does nothing if nobody is signed in.");
        account.MapGet("", ProfileEndpoints.GetAsync)
            .ProducesProblems(RefusalKind.NotSignedIn)
            .WithSummary("Returns the caller's account.");
        account.MapPut("", ProfileEndpoints.ChangeAsync)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn)
            .WithSummary("Changes the given fields of the caller's account.");
        account.MapDelete("", DeletionEndpoint.DeleteAsync)
            .ForbidGuests()
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.Conflict, RefusalKind.Busy)
            .WithSummary("Deletes the caller's account with everything about them, by their password or a fresh sign-in.");
        account.MapPost("/confirm", ConfirmationEndpoint.ConfirmAsync)
            .ForbidGuests()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.Busy)
            .WithSummary("Makes the caller's sign-in fresh for 10 minutes, which some requests need (fresh-sign-in-needed).");
        account.MapGet("/export", ExportEndpoint.GetAsync)
            .RequireRateLimiting(RateLimitPolicies.Exports)
            .ProducesProblems(RefusalKind.NotSignedIn)
            .WithSummary("Returns everything that is stored about the caller, as a ZIP with data.json and index.html.");
        account.MapPost("/password", PasswordChangeEndpoint.ChangeAsync)
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.Busy)
            .WithSummary("Changes the caller's password, and signs out all their other devices.");
        account.MapGet("/devices", DeviceEndpoints.ListAsync)
            .ProducesProblems(RefusalKind.NotSignedIn)
            .WithSummary("Returns where the caller is signed in, the last used first.");
        account.MapDelete("/devices/{id}", DeviceEndpoints.EndAsync)
            .ProducesProblems(RefusalKind.NotSignedIn, RefusalKind.NotFound)
            .WithSummary("Signs the caller out on one of their devices, at once.");
        account.MapPost("/reset/{token}", PasswordResetEndpoint.UseAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotFound, RefusalKind.Busy)
            .WithSummary("Sets a new password by the secret of a link, once, and signs its owner out everywhere.");
        account.MapPasskeys();
    }

    private static void SetCookie(CookieAuthenticationOptions options, MasterKey masterKey)
    {
        options.Cookie.Name = "stretch";
        options.CookieManager = new InstallationCookies(masterKey);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignInLifetime;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnRedirectToLogin = context => SetStatusAsync(context.Response, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => SetStatusAsync(context.Response, StatusCodes.Status403Forbidden),
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<RevokedSignIns>().Contains(SignInId.Of(context.Principal))
            || services.GetRequiredService<DeletedAccounts>().Contains(context.Principal))
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        await services.GetRequiredService<SignIns>().TouchAsync(context);
    }

    // No redirect to a login page: this is an API. UseProblems turns the status into problem details.
    private static Task SetStatusAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
