namespace StretchChallenge.Server.Accounts;

/// <summary>A wish for an account.</summary>
/// <param name="Email">Signs the person in.</param>
/// <param name="Password">8 to 128 characters.</param>
/// <param name="DisplayName">The name shown to others, 1 to 60 characters.</param>
/// <param name="TimeZone">The person's IANA time zone.</param>
/// <param name="SetupCode">What the server printed at its start: needed for the first account, unless made on the server's own machine.</param>
public sealed record RegisterRequest(
    string? Email,
    string? Password,
    string? DisplayName,
    string? TimeZone,
    string? SetupCode = null);
