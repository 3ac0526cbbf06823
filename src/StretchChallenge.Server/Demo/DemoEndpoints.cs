using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Demo;

/// <summary>Entering the demo: one click, no name, no password.</summary>
internal static class DemoEndpoints
{
    public static async Task<NoContent> EnterAsync(
        DemoChallenge demo, IAccountStore accounts, IGrainFactory grains, SignIn signIn, TimeProvider time)
    {
        var seed = await demo.Seed;
        var guest = DemoAccount.New(AccountKind.Guest, "Guest", seed.Challenge.ZoneId, showName: true, time.GetUtcNow());
        await accounts.CreateAsync(guest, mayBeFirst: false);
        var team = seed.Teams[Random.Shared.Next(seed.Teams.Length)];
        var challenge = grains.GetGrain<IChallengeGrain>(seed.Challenge.Id.Value);
        await challenge.JoinAsync(new JoinChallenge(guest.Id.Value, seed.Challenge.Code, team.Id.Value));
        await signIn.SignInAsync(guest);
        return TypedResults.NoContent();
    }
}
