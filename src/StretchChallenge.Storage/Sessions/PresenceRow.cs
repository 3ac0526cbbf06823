namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>session_presences</c>.</summary>
internal sealed class PresenceRow
{
    public string ParticipantId { get; init; } = "";

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }

    public PresenceRecord ToRecord() => new(ParticipantId, FromAt, ToAt);
}
