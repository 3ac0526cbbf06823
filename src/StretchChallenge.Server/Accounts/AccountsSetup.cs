using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Accounts;

/// <summary>Accounts: ASP.NET Core Identity's managers over our own store, and sign-in by cookie.</summary>
internal static class AccountsSetup
{
    // How long a session outlives the credentials that it was made with.
    private static readonly TimeSpan StampInterval = TimeSpan.FromMinutes(1);

    /// <summary>Adds accounts and sign-in.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Account>().AddUserManager<AccountManager>().AddSignInManager();
        services.AddScoped<IUserStore<Account>, AccountUserStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipals>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = StampInterval;
            options.TimeProvider = time;
        });

        // All of Identity's cookies: where a session ends, its validator signs out of each, used here or not.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(SetCookie));
        services.AddAuthorization();
        services.AddScoped<SignIn>();
        services.AddScoped<Registration>();
        services.AddScoped<Profile>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<SetupCode>();
    }

    /// <summary>Maps <c>/api/account</c>. No answer here is kept for an <c>Idempotency-Key</c>: it would hold a cookie.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account").WithTags("Account").RequireAuthorization().Refuses(ProblemType.TooManyRequests);
        account.MapPost("/register", RegisterEndpoint.HandleAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.Registration)
            .Refuses(ProblemType.InvalidRequest, ProblemType.SetupCodeNeeded, ProblemType.EmailTaken)
            .WithSummary("Makes an account and signs it in. The first one administers the site.");
        account.MapPost("/login", LoginEndpoint.LogInAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .Refuses(ProblemType.InvalidRequest, ProblemType.SignInFailed)
            .WithSummary("Signs in. A wrong e-mail, a wrong password and a locked account get the same answer.");
        account.MapPost("/logout", LoginEndpoint.LogOutAsync)
            .AllowAnonymous()
            .WithSummary("Signs out; harmless where nobody is signed in.");
        account.MapGet("", ProfileEndpoint.GetAsync)
            .Refuses(ProblemType.NotSignedIn)
            .WithSummary("The own account.");
        account.MapPut("", ProfileEndpoint.ChangeAsync)
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotSignedIn)
            .WithSummary("Changes what is given of the own account.");
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "stretch";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync,
            OnRedirectToLogin = context => AnswerAsync(context.Response, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => AnswerAsync(context.Response, StatusCodes.Status403Forbidden),
        };
    }

    // Programs are never redirected; the status becomes a problem on its way out.
    private static Task AnswerAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
