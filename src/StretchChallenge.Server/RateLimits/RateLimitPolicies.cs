namespace StretchChallenge.Server.RateLimits;

/// <summary>The names of the limits that single endpoints have beside those of every request.</summary>
internal static class RateLimitPolicies
{
    /// <summary>New accounts, by address.</summary>
    public const string Registration = "registration";

    /// <summary>Tries to sign in, by address.</summary>
    public const string SignIn = "sign-in";
}
