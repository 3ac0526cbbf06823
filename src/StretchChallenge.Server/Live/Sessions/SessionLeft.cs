namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The host has removed the caller from a live break: no more events of it come.</summary>
/// <param name="SessionId">The session.</param>
public sealed record SessionLeft(string SessionId);
