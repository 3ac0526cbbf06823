using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>A change of a team. Fields that are null are not changed.</summary>
[GenerateSerializer, Immutable, Alias("ChangeTeam")]
public sealed record ChangeTeam(string OrganiserId, string TeamId, string? Name, TeamColour? Colour);

/// <summary>Puts people into the teams by chance.</summary>
/// <param name="OrganiserId">Who asks.</param>
/// <param name="UserIds">Whom to put; null for everybody who is in no team.</param>
[GenerateSerializer, Immutable, Alias("AssignTeams")]
public sealed record AssignTeams(string OrganiserId, ImmutableArray<string>? UserIds);

/// <summary>What an assignment did.</summary>
/// <param name="Assigned">How many people got a team.</param>
/// <param name="Teams">The teams with the members that they have once every change has taken effect (rule 15).</param>
[GenerateSerializer, Immutable, Alias("TeamsAssigned")]
public sealed record TeamsAssigned(int Assigned, ImmutableArray<TeamView> Teams);

/// <summary>Invites people by e-mail address.</summary>
/// <param name="OrganiserId">Who invites.</param>
/// <param name="People">Whom; no two with the same address.</param>
[GenerateSerializer, Immutable, Alias("InvitePeople")]
public sealed record InvitePeople(string OrganiserId, ImmutableArray<PersonToInvite> People);

/// <summary>Somebody to invite.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Name">Their name, if it is known.</param>
/// <param name="Team">Their team, by name; null for none.</param>
/// <param name="Role">The role that is meant for them; null if none is said.</param>
[GenerateSerializer, Immutable, Alias("PersonToInvite")]
public sealed record PersonToInvite(string Email, string? Name, string? Team, ChallengeRole? Role);

/// <summary>How many people were invited, and how many teams were made for them.</summary>
[GenerateSerializer, Immutable, Alias("PeopleInvited")]
public sealed record PeopleInvited(int Invited, int TeamsMade);
