namespace StretchChallenge.Server.Accounts;

/// <summary>A wish to be signed in.</summary>
public sealed record LoginRequest(string? Email, string? Password);
