using System.Security.Claims;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;

namespace StretchChallenge.Server.Challenges;

/// <summary>What is for the organisers of a challenge alone.</summary>
internal static class OrganiserAccess
{
    /// <summary>The refusal of who is no organiser of the challenge; null for organisers, also once it is over.</summary>
    public static async Task<Refusal?> RefuseUnlessOrganiserAsync(
        this IGrainFactory grains, string challenge, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await grains.GetGrain<IChallengeGrain>(challenge).GetRoleAsync(caller.Id().Value, cancellationToken) switch
        {
            null => ChallengeRefusals.UnknownChallenge,
            ChallengeRole.Organiser => null,
            _ => ChallengeRefusals.OrganisersOnly,
        };
}
