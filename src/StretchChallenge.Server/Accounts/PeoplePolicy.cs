using Microsoft.AspNetCore.Authorization;

namespace StretchChallenge.Server.Accounts;

/// <summary>What guests of the demo may not do: it would reach real challenges.</summary>
internal static class PeoplePolicy
{
    private static readonly AuthorizationPolicy NoGuests = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => !context.User.IsInRole(Roles.Guest))
        .Build();

    /// <summary>Lets people with an account of their own in, and no guests.</summary>
    public static TBuilder ForPeople<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(NoGuests);
}
