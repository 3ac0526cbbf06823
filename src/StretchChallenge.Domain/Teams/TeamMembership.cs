using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>The days that a person belongs to a team (rule 15).</summary>
/// <param name="Team">The team.</param>
/// <param name="Days">From the first to the last day, both included; open while it goes on.</param>
public readonly record struct TeamMembership(TeamId Team, DateRange Days);
