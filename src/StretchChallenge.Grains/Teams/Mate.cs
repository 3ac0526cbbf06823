using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Grains.Teams;

/// <summary>A past or present member of a team, with what its page tells of them.</summary>
/// <param name="Member">What the team counts of them.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsNamed">Whether they chose to be named to others (rule 21).</param>
/// <param name="IsCaptain">Whether they are a captain in the challenge.</param>
internal sealed record Mate(TeamMember Member, string Name, bool IsNamed, bool IsCaptain)
{
    /// <summary>Who it is.</summary>
    public string Id => Member.Id.Value;

    /// <summary>The same member with other days.</summary>
    public Mate With(DayLedger days) => this with { Member = new TeamMember(Member.Id, Member.Memberships, Member.Calendar, days) };
}
