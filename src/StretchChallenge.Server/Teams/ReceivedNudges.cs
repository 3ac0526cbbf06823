using System.Collections.Immutable;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Teams;

namespace StretchChallenge.Server.Teams;

/// <summary>A nudge as its receiver sees it.</summary>
/// <param name="Id">Unique among those of the receiver's day.</param>
/// <param name="TeamId">The team that both are in.</param>
/// <param name="From">The sender's name.</param>
/// <param name="Kind">What they sent.</param>
public sealed record ReceivedNudge(string Id, string TeamId, string From, NudgeKind Kind);

/// <summary>
/// Reads the nudges that somebody is shown: those of their present team mates for a day that is due and open, if they want any. All
/// of it is decided here, when they are read, so that what a sender gets back can tell nothing of it.
/// </summary>
internal sealed class ReceivedNudges(ITeamTalkStore talk, TimeProvider time)
{
    /// <summary>How many nudges somebody is shown on a day.</summary>
    public const int MostShown = 3;

    /// <summary>The nudges to show somebody with this day, the first ones sent.</summary>
    public async Task<ImmutableArray<ReceivedNudge>> LoadAsync(UserId user, Today today, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var dates = new Dictionary<string, DateOnly>();
        foreach (var challenge in today.Challenges)
        {
            if (challenge is { Today: TodayState.Pending, Team: { } team } && TimeZones.TryFind(challenge.TimeZone, out var zone))
            {
                dates[team.Id] = ZoneTimeline.Fixed(zone).DateAt(now);
            }
        }

        if (dates.Count == 0)
        {
            return [];
        }

        var received = await talk.LoadReceivedAsync(user, dates.Values.Min(), cancellationToken);
        return
        [
            .. received
                .Where(nudge => dates.TryGetValue(nudge.TeamId.Value, out var date) && date == nudge.LocalDate)
                .Take(MostShown)
                .Select(nudge => new ReceivedNudge(
                    nudge.SenderId.Value, nudge.TeamId.Value, nudge.SenderName, Enum.Parse<NudgeKind>(nudge.Kind))),
        ];
    }
}
