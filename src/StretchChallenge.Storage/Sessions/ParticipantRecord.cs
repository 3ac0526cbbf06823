using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Sessions;

/// <summary>Somebody who joined a session: a member of its challenge, or a guest.</summary>
/// <param name="Id">Within the session.</param>
/// <param name="User">The member's account; null for guests.</param>
/// <param name="SeatHash">The hash of the secret by which a guest comes back; null for members.</param>
/// <param name="Name">The name shown in the room.</param>
/// <param name="IsCoHost">Whether the host made them a co-host.</param>
/// <param name="JoinedAt">When they came first.</param>
/// <param name="RemovedAt">When the host removed them; null where not.</param>
public sealed record ParticipantRecord(
    string Id,
    UserId? User,
    string? SeatHash,
    string Name,
    bool IsCoHost,
    DateTimeOffset JoinedAt,
    DateTimeOffset? RemovedAt);
