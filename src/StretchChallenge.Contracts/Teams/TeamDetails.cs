using System.Collections.Immutable;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Contracts.Teams;

/// <summary>A team as its page shows it to one person of the challenge.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="ChallengeId">Its challenge.</param>
/// <param name="Threshold">Percent of the due members who keep the streak (rule 17).</param>
/// <param name="Streak">Consecutive team days that reached the threshold (rule 17).</param>
/// <param name="Best">The longest such streak.</param>
/// <param name="Points">Points in whole numbers (rule 16); for a small team those of this morning (rule 21).</param>
/// <param name="Today">Today's team day.</param>
/// <param name="DoneToday">The names of the members who are done today and chose to be named (rule 21).</param>
/// <param name="Members">The current members who chose to be named, and the viewer, ordered by name.</param>
/// <param name="OthersCount">The number of all other current members.</param>
/// <param name="Days">The team days of the whole challenge, in order.</param>
[GenerateSerializer, Immutable, Alias("TeamDetails")]
public sealed record TeamDetails(
    string Id,
    string Name,
    string ChallengeId,
    int Threshold,
    int Streak,
    int Best,
    long Points,
    TeamToday Today,
    ImmutableArray<string> DoneToday,
    ImmutableArray<TeamMemberView> Members,
    int OthersCount,
    ImmutableArray<TeamDate> Days);

/// <summary>A current member of a team, by name.</summary>
/// <param name="Id">The person.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="Captain">Whether they are a captain in the challenge.</param>
/// <param name="Self">Whether it is the person who asks.</param>
[GenerateSerializer, Immutable, Alias("TeamMemberView")]
public sealed record TeamMemberView(string Id, string DisplayName, bool Captain, bool Self);

/// <summary>One team day as everybody in the challenge may see it.</summary>
/// <param name="Date">The date.</param>
/// <param name="State">What it is to the streak; null where that would tell who was off (rule 21).</param>
/// <param name="Done">How many did it.</param>
/// <param name="Needed">How many more the goal needed; null on neutral days, where the team was small that day or is now (rule 21), and on days to come.</param>
[GenerateSerializer, Immutable, Alias("TeamDate")]
public sealed record TeamDate(DateOnly Date, TeamDayState? State, int Done, int? Needed);
