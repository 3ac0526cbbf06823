namespace StretchChallenge.Server.Accounts;

/// <summary>What a new person entered, after its checks.</summary>
internal sealed record Newcomer(string Email, string Password, string DisplayName, string TimeZone);
