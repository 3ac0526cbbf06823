using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Sessions;

namespace StretchChallenge.Server.Live.Walls;

/// <summary>What a wall shows: the next break, the break that is open or running, the team board.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="NextSession">The break that is on or comes next; null when none is planned.</param>
/// <param name="Session">The timeline of that break when its lobby is open; its own events bring later changes.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Count">How many people are in it.</param>
/// <param name="Board">The team board, in the first answer only; <c>StandingsChanged</c> brings later changes.</param>
/// <param name="Revoked">Whether the wall's address was revoked; no more messages follow then.</param>
public sealed record WallView(
    string ChallengeId,
    string Name,
    NextSession? NextSession,
    TimelineSnapshot? Session,
    ImmutableArray<SessionStep> Steps,
    int Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BoardSnapshot? Board,
    bool Revoked);
