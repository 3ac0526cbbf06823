using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Standings;

/// <summary>How many took part on each team day up to today, for organisers; without groups of fewer than 5 (rule 21).</summary>
/// <param name="Days">The team days.</param>
/// <param name="Everybody">By day, everybody in the challenge, also who is in no team; null where hidden.</param>
/// <param name="Teams">The teams, by name.</param>
[GenerateSerializer, Immutable, Alias("ParticipationReport")]
public sealed record ParticipationReport(
    ImmutableArray<DateOnly> Days, ImmutableArray<DoneOfDue?> Everybody, ImmutableArray<TeamParticipation> Teams);

/// <summary>How many of a team took part on each day of the report; null where hidden.</summary>
[GenerateSerializer, Immutable, Alias("TeamParticipation")]
public sealed record TeamParticipation(string Id, string Name, ImmutableArray<DoneOfDue?> Counts);

/// <summary>How many were due on a day, and how many of them are done.</summary>
[GenerateSerializer, Immutable, Alias("DoneOfDue")]
public sealed record DoneOfDue(int Done, int Due);
