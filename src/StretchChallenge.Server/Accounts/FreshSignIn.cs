using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The caller proved within the last <see cref="Lifetime" /> who they are: needed for what a device that was left unlocked, or a
/// copied cookie, must not do. The instant is a claim of the cookie; <c>POST /api/account/confirm</c> renews it.
/// </summary>
internal sealed class FreshSignIn : IAuthorizationRequirement
{
    /// <summary>How long a sign-in is fresh.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The type of the claim, in seconds since 1970 as in OpenID Connect.</summary>
    public const string ClaimType = "auth_time";

    /// <summary>Refuses everybody else.</summary>
    public static AuthorizationPolicy Policy { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new FreshSignIn()).Build();

    /// <summary>The claim of a sign-in at this instant.</summary>
    public static Claim ClaimOf(DateTimeOffset at) =>
        new(ClaimType, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    /// <summary>Whether the caller's sign-in is fresh; cookies of earlier releases never are.</summary>
    public static bool Is(ClaimsPrincipal caller, TimeProvider time) =>
        long.TryParse(caller.FindFirstValue(ClaimType), CultureInfo.InvariantCulture, out var at)
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) <= Lifetime;

    /// <summary>Decides it.</summary>
    internal sealed class Handler(TimeProvider time) : AuthorizationHandler<FreshSignIn>
    {
        /// <inheritdoc />
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FreshSignIn requirement)
        {
            if (Is(context.User, time))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Answers with a code of its own where nothing else is missing, so that clients can ask and go on.</summary>
    internal sealed class ResultHandler : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _otherwise = new();

        /// <inheritdoc />
        public Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            authorizeResult is { Forbidden: true, AuthorizationFailure: { } failure } && failure.FailedRequirements.All(one => one is FreshSignIn)
                ? Problem.Of(AccountRefusals.FreshSignInNeeded).ExecuteAsync(context)
                : _otherwise.HandleAsync(next, context, policy, authorizeResult);
    }
}

/// <summary>Marks endpoints that need a fresh sign-in.</summary>
internal static class FreshSignInEndpoints
{
    /// <summary>Refuses callers whose sign-in is older than <see cref="FreshSignIn.Lifetime" />.</summary>
    public static TBuilder RequireFreshSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(FreshSignIn.Policy);
}
