namespace StretchChallenge.Storage.Sessions;

/// <summary>A session as a calendar shows it.</summary>
public sealed record PlannedSession(SessionRecord Session, string ChallengeName);
