namespace StretchChallenge.Storage.Sessions;

/// <summary>A span in which a participant was there.</summary>
/// <param name="ParticipantId">The participant.</param>
/// <param name="From">When they came.</param>
/// <param name="To">When they went; null while they are there.</param>
public sealed record PresenceRecord(string ParticipantId, DateTimeOffset From, DateTimeOffset? To);
