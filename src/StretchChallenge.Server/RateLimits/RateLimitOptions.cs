namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// How much anybody may ask of the server (section <c>RateLimits</c>). The defaults let a whole workplace start behind
/// one address, and stop what no workplace does.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>All requests of one address; 12,000 at once and each minute.</summary>
    public Allowance Address { get; } = new(12_000, 12_000);

    /// <summary>All requests of one signed-in person; 1,200 at once and each minute.</summary>
    public Allowance Person { get; } = new(1_200, 1_200);

    /// <summary>Registrations of one address; 1,000 at once, then 300 a minute.</summary>
    public Allowance Registration { get; } = new(1_000, 300);

    /// <summary>Tries to sign in of one address; 1,000 at once, then 300 a minute.</summary>
    public Allowance SignIn { get; } = new(1_000, 300);

    /// <summary>Tries to sign in to one account; 60 at once, then 30 a minute. Lockout comes earlier.</summary>
    public Allowance SignInToAccount { get; } = new(60, 30);

    /// <summary>Codes and tokens tried in vain by one address; 200 at once, then 30 a minute.</summary>
    public Allowance FailedCodes { get; } = new(200, 30);

    /// <summary>Codes and tokens tried in vain by one person; 30 at once, then 6 a minute.</summary>
    public Allowance FailedCodesOfPerson { get; } = new(30, 6);

    /// <summary>Hub calls of one person, or of one connection without sign-in; 120 at once, then 600 a minute.</summary>
    public Allowance HubCalls { get; } = new(120, 600);

    /// <summary>Whether every allowance is possible.</summary>
    public bool IsValid => new[] { Address, Person, Registration, SignIn, SignInToAccount, FailedCodes, FailedCodesOfPerson, HubCalls }
        .All(allowance => allowance.IsValid);
}
