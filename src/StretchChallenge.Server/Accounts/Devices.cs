using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Accounts;

/// <summary>A browser in which the caller is signed in.</summary>
/// <param name="Id">The sign-in.</param>
/// <param name="Browser">The rough name of browser and system; null when unknown.</param>
/// <param name="CreatedAt">When the caller signed in there.</param>
/// <param name="LastUsedAt">When it was last used, to about an hour.</param>
/// <param name="Current">Whether the request comes from there.</param>
public sealed record DeviceView(string Id, string? Browser, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);

/// <summary>Returns and ends the caller's sign-ins.</summary>
internal static class DeviceEndpoints
{
    /// <summary>Answers <c>GET /api/account/devices</c>.</summary>
    public static async Task<Ok<IEnumerable<DeviceView>>> ListAsync(ClaimsPrincipal caller, SignIns signIns, CancellationToken cancellationToken)
    {
        var here = SignInId.Of(caller);
        var all = await signIns.LoadAsync(caller.Id(), cancellationToken);
        return TypedResults.Ok(all.Select(one => new DeviceView(one.Id, one.Browser, one.CreatedAt, one.LastUsedAt, one.Id == here)));
    }

    /// <summary>Answers <c>DELETE /api/account/devices/{id}</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(string id, ClaimsPrincipal caller, SignIns signIns) =>
        await signIns.EndAsync(caller.Id(), id) ? TypedResults.NoContent() : Problem.Of(AdministrationRefusals.UnknownDevice);
}
