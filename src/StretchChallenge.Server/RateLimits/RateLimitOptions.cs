using System.Threading.RateLimiting;

namespace StretchChallenge.Server.RateLimits;

/// <summary>
/// The rate limits (section <c>RateLimits</c>), each a token bucket per key. The defaults allow a whole workplace to
/// register behind one address.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>All requests of one address; 12,000 at once and per minute.</summary>
    public TokenBucketOptions Address { get; } = new(12_000, 12_000);

    /// <summary>All requests of one signed-in person; 1,200 at once and per minute.</summary>
    public TokenBucketOptions Person { get; } = new(1_200, 1_200);

    /// <summary>Registrations from one address; 1,000 at once, then 300 per minute.</summary>
    public TokenBucketOptions Registration { get; } = new(1_000, 300);

    /// <summary>Sign-in attempts from one address; 60 at once, then 60 per minute.</summary>
    public TokenBucketOptions SignIn { get; } = new(60, 60);

    /// <summary>Wrong passwords for one account from one address, or from one device known to it; 10 at once, then 2 per minute.</summary>
    public TokenBucketOptions SignInFailures { get; } = new(10, 2);

    /// <summary>Wrong passwords for one account from all addresses; 60 at once, then 30 per minute. Known devices are exempt.</summary>
    public TokenBucketOptions SignInToAccount { get; } = new(60, 30);

    /// <summary>Unknown codes of one kind tried from one address; 200 at once, then 30 per minute.</summary>
    public TokenBucketOptions FailedCodes { get; } = new(200, 30);

    /// <summary>Unknown codes of one kind tried by one person; 30 at once, then 6 per minute.</summary>
    public TokenBucketOptions FailedCodesOfPerson { get; } = new(30, 6);

    /// <summary>Hub calls of one person, or of one connection if not signed in; 120 at once, then 600 per minute.</summary>
    public TokenBucketOptions HubCalls { get; } = new(120, 600);

    /// <summary>New seats of guests in one live break from one address; 300 at once, a whole office, then 60 per minute.</summary>
    public TokenBucketOptions GuestSeats { get; } = new(300, 60);

    /// <summary>Refused hub calls of one connection, which is closed after them; 60 at once, then 30 per minute.</summary>
    public TokenBucketOptions HubRefusals { get; } = new(60, 30);

    /// <summary>Guests of the demo from one address; 100 at once, then 30 per minute. Each is an account.</summary>
    public TokenBucketOptions Demo { get; } = new(100, 30);

    /// <summary>Errors of the web client that one address reports to the log; 30 at once, then 6 per minute.</summary>
    public TokenBucketOptions ClientErrors { get; } = new(30, 6);

    /// <summary>Exports of one person's data; 5 at once, then 1 per minute.</summary>
    public TokenBucketOptions Exports { get; } = new(5, 1);

    /// <summary>Whether every limit is valid.</summary>
    public bool IsValid => new[]
        {
            Address, Person, Registration, SignIn, SignInFailures, SignInToAccount, FailedCodes, FailedCodesOfPerson, HubCalls, HubRefusals,
            GuestSeats, Demo, ClientErrors, Exports,
        }
        .All(bucket => bucket.IsValid);
}

/// <summary>The configuration of one token bucket.</summary>
public sealed class TokenBucketOptions
{
    private const int SecondsPerMinute = 60;

    /// <summary>Sets the defaults, which configuration may overwrite.</summary>
    public TokenBucketOptions(int burst, int perMinute) => (Burst, PerMinute) = (burst, perMinute);

    /// <summary>The size of a full bucket: requests that are allowed at once; at least 1.</summary>
    public int Burst { get; set; }

    /// <summary>Tokens added per minute; 1 to 60,000.</summary>
    public int PerMinute { get; set; }

    /// <summary>Whether both values are in range.</summary>
    public bool IsValid => Burst >= 1 && PerMinute is >= 1 and <= 60_000;

    /// <summary>The partition, with a bucket of its own, for a person, address or account.</summary>
    public RateLimitPartition<string> PartitionFor(string key) => RateLimitPartition.GetTokenBucketLimiter(key, _ => ToLimiterOptions());

    // Up to 60 per minute, tokens are added one by one; above, once a second.
    private TokenBucketRateLimiterOptions ToLimiterOptions()
    {
        var tokens = Math.Max(1, PerMinute / SecondsPerMinute);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsPerMinute * tokens / PerMinute),
            QueueLimit = 0,
        };
    }
}

/// <summary>The names of the policies that single endpoints have in addition to the limits of every request.</summary>
internal static class RateLimitPolicies
{
    /// <summary>Registrations, by address.</summary>
    public const string Registration = "registration";

    /// <summary>Sign-in attempts, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Exports of a person's data, by person.</summary>
    public const string Exports = "exports";

    /// <summary>Guests of the demo, by address.</summary>
    public const string Demo = "demo";

    /// <summary>Reports of the web client's errors, by address.</summary>
    public const string ClientErrors = "client-errors";
}
