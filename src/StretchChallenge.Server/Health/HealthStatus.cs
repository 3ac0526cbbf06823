namespace StretchChallenge.Server.Health;

/// <summary>What a health check answers when all is well.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
public sealed record HealthStatus(string Status);
