using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Grains.Teams;

/// <summary>A team at one instant.</summary>
/// <param name="Standing">Its standing.</param>
/// <param name="BeforeToday">Its standing at the end of yesterday, in the challenge's zone.</param>
/// <param name="Disclosed">What everybody may see of it (rule 21).</param>
internal sealed record TeamSummary(TeamStanding Standing, TeamStanding BeforeToday, TeamDisclosure Disclosed)
{
    /// <summary>The team's day, as everybody may see it.</summary>
    public TeamToday Today => new(Disclosed.DoneToday, Disclosed.NeededToday);

    /// <summary>The team as of an instant.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="threshold">The percentage of due members that continues the streak (rule 17).</param>
    /// <param name="members">All past and present members.</param>
    /// <param name="now">The instant.</param>
    /// <param name="sealedDays">What people add whose days are no longer stored.</param>
    public static TeamSummary Of(
        ChallengeCalendar challenge, int threshold, IReadOnlyList<TeamMember> members, DateTimeOffset now, SealedDays sealedDays)
    {
        var standing = TeamFold.Fold(challenge, threshold, members, now, sealedDays);
        var beforeToday = TeamFold.Fold(challenge, threshold, members, challenge.BeforeToday(now), sealedDays);
        return new TeamSummary(standing, beforeToday, TeamDisclosure.Of(standing, beforeToday, threshold));
    }
}
