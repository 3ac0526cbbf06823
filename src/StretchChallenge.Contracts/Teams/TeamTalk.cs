using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Contracts.Teams;

/// <summary>A team as its members reach each other.</summary>
/// <param name="Today">The date in the challenge's zone.</param>
/// <param name="MateIds">All other current members.</param>
[GenerateSerializer, Immutable, Alias("TeamMates")]
public sealed record TeamMates(DateOnly Today, ImmutableArray<string> MateIds);

/// <summary>What members of a team who chose to be named have reached lately.</summary>
/// <param name="Today">The date in the challenge's zone.</param>
/// <param name="Moments">The milestones of today and yesterday, the latest first.</param>
[GenerateSerializer, Immutable, Alias("TeamMoments")]
public sealed record TeamMoments(DateOnly Today, ImmutableArray<TeamMoment> Moments);

/// <summary>A milestone of a member who chose to be named (rule 21).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Kind">What was counted.</param>
/// <param name="Count">How many days.</param>
/// <param name="Date">The date with which it was reached.</param>
[GenerateSerializer, Immutable, Alias("TeamMoment")]
public sealed record TeamMoment(string PersonId, string Name, MilestoneKind Kind, int Count, DateOnly Date)
{
    /// <summary>What identifies the milestone among those of its team.</summary>
    public string Key => $"{Kind}-{Count}-{Date:yyyyMMdd}-{PersonId}";
}

/// <summary>What team mates send each other.</summary>
public enum NudgeKind
{
    /// <summary>Come and do it.</summary>
    Nudge,

    /// <summary>You can do it.</summary>
    Cheer,
}
