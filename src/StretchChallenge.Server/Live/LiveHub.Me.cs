using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>What concerns the caller alone.</summary>
internal sealed partial class LiveHub
{
    private HashSet<PersonalWatch> TeamWatches
    {
        get
        {
            if (!Context.Items.TryGetValue(nameof(TeamWatches), out var watches))
            {
                Context.Items[nameof(TeamWatches)] = watches = new HashSet<PersonalWatch>();
            }

            return (HashSet<PersonalWatch>)watches!;
        }
    }

    /// <summary>
    /// Sends this connection what changes for the caller, until it closes: breaks that open and the day of their team, in each
    /// challenge that is open or running. A repeat adds the challenges that they joined since.
    /// </summary>
    public async Task WatchMe()
    {
        var person = Context.UserIdentifier!;
        await Groups.AddToGroupAsync(Context.ConnectionId, TeamDayWatches.GroupOf(person));
        var today = await grains.GetGrain<IUserGrain>(person).GetTodayAsync(null);
        foreach (var challenge in today.Value?.Challenges ?? [])
        {
            if (challenge.State is not (ChallengeState.Open or ChallengeState.Running) || !await UseAsMemberAsync(challenge.ChallengeId))
            {
                continue;
            }

            await openings.AddAsync(Context.ConnectionId, challenge.ChallengeId);
            var watch = new PersonalWatch(new BoardKey(challenge.ChallengeId, BoardKind.TeamStreak), person);
            if (TeamWatches.Count < MaxWatches && TeamWatches.Add(watch))
            {
                await boards.AddTeamDayAsync(watch);
            }
        }
    }
}
