using System.Collections.Immutable;

namespace StretchChallenge.Storage.Challenges;

/// <summary>Who and which teams ever were in a challenge, as of one moment.</summary>
/// <param name="People">Everybody ever enrolled, in ordinal order of their id.</param>
/// <param name="Teams">All teams, in ordinal order of their id.</param>
/// <param name="Memberships">All team intervals, by person, in the order in which they were saved.</param>
public sealed record RosterRecord(
    ImmutableArray<RosterEntry> People,
    ImmutableArray<TeamRecord> Teams,
    ImmutableArray<MembershipRecord> Memberships);
