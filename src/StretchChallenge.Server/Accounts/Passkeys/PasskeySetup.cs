using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Accounts.Passkeys;

/// <summary>Passkeys: WebAuthn by ASP.NET Core Identity.</summary>
internal static class PasskeySetup
{
    /// <summary>The most passkeys of an account.</summary>
    public const int Most = 20;

    /// <summary>Adds the services.</summary>
    /// <remarks>Passkeys are bound to the host of <c>Server:PublicUrl</c>, else to that of the request. It is a name: browsers make none for an IP address.</remarks>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<ServerOptions>, Origins>((passkeys, server, origins) =>
        {
            passkeys.ServerDomain = server.Value.PublicUrl?.IdnHost;
            passkeys.UserVerificationRequirement = "required";
            // The sign-in page does not ask who somebody is.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && origins.IsOwn(context.Origin, context.HttpContext.Request));
        });
    }

    /// <summary>Maps the endpoints into <c>/api/account</c>.</summary>
    public static void MapPasskeys(this RouteGroupBuilder account)
    {
        account.MapPost("/register/passkey", PasskeyEndpoints.BeginRegistrationAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.Registration)
            .LimitFailedCodes(CodeKind.Invitation)
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.Forbidden, RefusalKind.NotFound, RefusalKind.Conflict)
            .WithSummary("Returns with what a passkey is made for a new account, which is then registered with it instead of a password.");
        account.MapPost("/login/passkey/options", PasskeyEndpoints.BeginSignInAsync)
            .AllowAnonymous()
            .WithSummary("Returns with what a passkey is asked for, to sign in or to confirm who one is.");
        account.MapPost("/login/passkey", PasskeyEndpoints.SignInAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimitPolicies.SignIn)
            .ProducesProblems(RefusalKind.NotSignedIn, RefusalKind.Forbidden)
            .WithSummary("Signs in by a passkey.");
        account.MapGet("/passkeys", PasskeyEndpoints.ListAsync)
            .ProducesProblems(RefusalKind.NotSignedIn)
            .WithSummary("Returns the caller's passkeys, the oldest first.");
        account.MapPost("/passkeys/options", PasskeyEndpoints.BeginAdditionAsync)
            .ForbidGuests()
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotSignedIn, RefusalKind.Forbidden)
            .WithSummary("Returns with what a further passkey of the caller is made. Needs a fresh sign-in.");
        account.MapPost("/passkeys", PasskeyEndpoints.AddAsync)
            .ForbidGuests()
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.Conflict)
            .WithSummary("Adds a passkey to the caller's account. Needs a fresh sign-in.");
        account.MapDelete("/passkeys/{id}", PasskeyEndpoints.RemoveAsync)
            .ForbidGuests()
            .RequireFreshSignIn()
            .ProducesProblems(RefusalKind.NotSignedIn, RefusalKind.Forbidden, RefusalKind.NotFound, RefusalKind.Conflict)
            .WithSummary("Removes a passkey of the caller, but not the last means of signing in. Needs a fresh sign-in.");
    }
}
