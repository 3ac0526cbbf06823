using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Live;

/// <summary>What concerns the caller alone.</summary>
internal sealed partial class LiveHub
{
    private HashSet<PersonalWatch> OwnDays
    {
        get
        {
            if (!Context.Items.TryGetValue(nameof(OwnDays), out var watches))
            {
                Context.Items[nameof(OwnDays)] = watches = new HashSet<PersonalWatch>();
            }

            return (HashSet<PersonalWatch>)watches!;
        }
    }

    /// <summary>
    /// Sends this connection what changes for the caller, until it closes: nudges from their team, breaks that open, their own day and
    /// that of their team, in each challenge that is open or running. A repeat adds the challenges that they joined since.
    /// </summary>
    public async Task WatchMe()
    {
        var person = Context.UserIdentifier!;
        await Groups.AddToGroupAsync(Context.ConnectionId, DayWatches.GroupOf(person));
        nudges.Add(Context.ConnectionId, person);
        if ((await grains.GetGrain<IUserGrain>(person).GetTodayAsync(null)).Value is not { } today || !TimeZones.TryFind(today.Zone, out var zone))
        {
            return;
        }

        foreach (var challenge in today.Challenges)
        {
            if (challenge.State is not (ChallengeState.Open or ChallengeState.Running) || !await UseAsMemberAsync(challenge.ChallengeId))
            {
                continue;
            }

            await openings.AddAsync(Context.ConnectionId, challenge.ChallengeId);
            foreach (var board in DayWatches.Boards)
            {
                var watch = new PersonalWatch(new BoardKey(challenge.ChallengeId, board), person);
                if (OwnDays.Count < DayWatches.Boards.Length * MaxWatches && OwnDays.Add(watch))
                {
                    await boards.AddDayAsync(watch, zone);
                }
            }
        }
    }
}
