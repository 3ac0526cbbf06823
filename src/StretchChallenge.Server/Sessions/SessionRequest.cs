namespace StretchChallenge.Server.Sessions;

/// <summary>A live break to make.</summary>
/// <param name="ChallengeId">A challenge that the caller is in.</param>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="StartsAt">When it is to start by itself; left out, the lobby opens at once and its host starts it.</param>
public sealed record SessionRequest(string? ChallengeId, string? RoutineId, DateTimeOffset? StartsAt = null);
