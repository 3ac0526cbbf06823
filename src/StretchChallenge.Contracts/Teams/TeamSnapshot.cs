namespace StretchChallenge.Contracts.Teams;

/// <summary>A team at one instant.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Streak">Consecutive team days that reached the threshold (rule 17).</param>
/// <param name="Best">The longest such streak.</param>
/// <param name="MicroPoints">Points in millionths (rule 16) as everybody may see them: for a small team those of this morning (rule 21).</param>
/// <param name="Members">Current members.</param>
/// <param name="Started">Current members who have started; ranked from 3 on (rule 18).</param>
/// <param name="Today">Today's team day.</param>
[GenerateSerializer, Immutable, Alias("TeamSnapshot")]
public sealed record TeamSnapshot(
    string TeamId,
    string Name,
    int Streak,
    int Best,
    long MicroPoints,
    int Members,
    int Started,
    TeamToday Today);

/// <summary>What everybody may see of a team's day (rule 21).</summary>
/// <param name="Done">How many members are done.</param>
/// <param name="Needed">How many more the team's goal needs; null for teams of fewer than 5 current members and on neutral days.</param>
[GenerateSerializer, Immutable, Alias("TeamToday")]
public sealed record TeamToday(int Done, int? Needed);
