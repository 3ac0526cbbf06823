using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Server.Accounts.Identity;

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
        services.AddIdentityCore<Account>(SetLockout).AddUserManager<AccountManager>().AddSignInManager();
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

    private static void SetLockout(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
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
