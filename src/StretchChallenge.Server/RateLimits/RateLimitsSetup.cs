using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Rate limits by ASP.NET Core's middleware: 429 with <c>Retry-After</c>, by address and by person.</summary>
internal static class RateLimitsSetup
{
    /// <summary>Adds the limits of section <c>RateLimits</c>.</summary>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>()
            .BindConfiguration("RateLimits")
            .Validate(limits => limits.IsValid, "RateLimits: every Burst is at least 1, every PerMinute from 1 to 60000.")
            .ValidateOnStart();
        builder.Services.AddSingleton<SignInFailureLimiter>();
        builder.Services.AddSingleton<FailedCodeLimiter>();
        builder.Services.AddSingleton<GuestSeatLimiter>();
        builder.Services.AddSingleton<HubCallRateLimiter>();
        builder.Services.AddSingleton<HubRefusalLimiter>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(Configure);
    }

    /// <summary>Sets <c>Retry-After</c> from a refused lease: whole seconds, at least one.</summary>
    public static void SetRetryAfter(this HttpResponse response, RateLimitLease refused) =>
        response.SetRetryAfter(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.Zero);

    /// <summary>The problem of a server that has too much to do at the moment, with <c>Retry-After</c>.</summary>
    public static ProblemHttpResult Busy(this HttpResponse response, TimeSpan retryAfter)
    {
        response.SetRetryAfter(retryAfter);
        return Problem.Of(RequestRefusals.Busy);
    }

    /// <summary>A limiter with a bucket for each address and, for signed-in people, one for each person too.</summary>
    public static PartitionedRateLimiter<HttpContext> ByAddressAndPerson(TokenBucketOptions address, TokenBucketOptions person) =>
        PartitionedRateLimiter.CreateChained(
            ByAddress(address),
            ByPerson(person));

    /// <summary>A limiter with a bucket for each address.</summary>
    public static PartitionedRateLimiter<HttpContext> ByAddress(TokenBucketOptions address) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => address.PartitionFor(AddressOf(context)));

    private static PartitionedRateLimiter<HttpContext> ByPerson(TokenBucketOptions person) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.IdOrNull() is { } user
            ? person.PartitionFor(user.Value)
            : RateLimitPartition.GetNoLimiter(""));

    /// <summary>The key of the caller's address. Of IPv6 the first 64 bits: one household or phone usually has all addresses below them.</summary>
    public static string AddressOf(HttpContext context)
    {
        const int BytesOfNetwork = 8;
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, BytesOfNetwork)
            : address.ToString();
    }

    private static void SetRetryAfter(this HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static void Configure(RateLimiterOptions limiter, IOptions<RateLimitOptions> options)
    {
        var limits = options.Value;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.SetRetryAfter(rejected.Lease);
            return ValueTask.CompletedTask;
        };
        // AddressLimit, which stands before the sign-in, has the limit of the address.
        limiter.GlobalLimiter = ByPerson(limits.Person);
        limiter.AddPolicy(RateLimitPolicies.Registration, context => limits.Registration.PartitionFor(AddressOf(context)));
        limiter.AddPolicy(RateLimitPolicies.SignIn, context => limits.SignIn.PartitionFor(AddressOf(context)));
        limiter.AddPolicy(RateLimitPolicies.Demo, context => limits.Demo.PartitionFor(AddressOf(context)));
        limiter.AddPolicy(RateLimitPolicies.Exports, context => limits.Exports.PartitionFor(context.User.IdOrNull()?.Value ?? AddressOf(context)));
        limiter.AddPolicy(RateLimitPolicies.ClientErrors, context => limits.ClientErrors.PartitionFor(AddressOf(context)));
    }
}
