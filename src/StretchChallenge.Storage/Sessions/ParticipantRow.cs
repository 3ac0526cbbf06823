using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>session_participants</c>.</summary>
internal sealed class ParticipantRow
{
    public string Id { get; init; } = "";

    public UserId? UserId { get; init; }

    public string? SeatHash { get; init; }

    public string Name { get; init; } = "";

    public bool IsCoHost { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public ParticipantRecord ToRecord() => new(Id, UserId, SeatHash, Name, IsCoHost, JoinedAt, RemovedAt);
}
