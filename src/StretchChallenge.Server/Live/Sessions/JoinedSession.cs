namespace StretchChallenge.Server.Live.Sessions;

/// <summary>A session that a connection has joined; the SignalR group of those in it is named after it.</summary>
internal sealed record JoinedSession(string SessionId, string ParticipantId, string? Seat)
{
    /// <summary>The group of all connections in a session.</summary>
    public static string GroupOf(string sessionId) => $"session:{sessionId}";
}
