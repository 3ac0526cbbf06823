
namespace StretchChallenge.Contracts.Teams;

/// <summary>A team at one instant.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Streak">Consecutive team days that reached the threshold (rule 17).</param>
/// <param name="Best">The longest such streak.</param>
/// <param name="MicroPoints">Points in millionths (rule 16).</param>
/// <param name="Members">Current members.</param>
/// <param name="Started">Current members who have started; ranked from 3 on (rule 18).</param>
/// <param name="Today">Today's team day.</param>
/// <param name="NextChange">The first instant at which this may change with nothing more done; null if never.</param>
[GenerateSerializer, Immutable, Alias("TeamSnapshot")]
public sealed record TeamSnapshot(
    string TeamId,
    string Name,
    int Streak,
    int Best,
    long MicroPoints,
    int Members,
    int Started,
    TeamToday Today,
    DateTimeOffset? NextChange)
{
    /// <summary>The team as it stood before today; null outside the challenge.</summary>
    [Id(0)]
    public TeamMorning? Morning { get; init; }
}
