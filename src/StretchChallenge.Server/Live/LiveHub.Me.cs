using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Live;

/// <summary>What concerns the caller alone.</summary>
internal sealed partial class LiveHub
{
    /// <summary>
    /// Sends this connection what changes for the caller, until it closes: breaks that open in each challenge that is open or
    /// running. A repeat adds the challenges that they joined since.
    /// </summary>
    public async Task WatchMe()
    {
        var today = await grains.GetGrain<IUserGrain>(Context.UserIdentifier!).GetTodayAsync(null);
        foreach (var challenge in today.Value?.Challenges ?? [])
        {
            if (challenge.State is ChallengeState.Open or ChallengeState.Running)
            {
                await openings.AddAsync(Context.ConnectionId, challenge.ChallengeId);
            }
        }
    }
}
