using System.Security.Claims;
using StretchChallenge.Domain;

namespace StretchChallenge.Server.Accounts;

/// <summary>Reads who is signed in.</summary>
public static class CurrentPerson
{
    /// <summary>The signed-in person; to be asked where the endpoint requires sign-in.</summary>
    public static UserId Id(this ClaimsPrincipal principal) =>
        principal.IdOrNull() ?? throw new InvalidOperationException("The endpoint does not require sign-in.");

    /// <summary>The signed-in person; null where nobody is signed in.</summary>
    public static UserId? IdOrNull(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id ? new UserId(id) : null;
}
