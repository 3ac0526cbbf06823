using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Limits what one person or one address may ask; more is refused with 429 and Retry-After.</summary>
internal static class RateLimitsSetup
{
    /// <summary>Adds the limits, read from <c>RateLimits</c>.</summary>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>()
            .BindConfiguration("RateLimits")
            .Validate(limits => limits.IsValid, "RateLimits: every Burst is at least 1, every PerMinute from 1 to 60000.")
            .ValidateOnStart();
        builder.Services.AddSingleton<SignInTries>();
        builder.Services.AddSingleton<FailedCodes>();
        builder.Services.AddSingleton<HubCallLimit>();
        builder.Services.Configure<HubOptions>(hub => hub.AddFilter<HubCallLimit>());
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(Limit);
    }

    private static void Limit(RateLimiterOptions limiter, IOptions<RateLimitOptions> options)
    {
        var limits = options.Value;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            RetryAfter.Tell(rejected.HttpContext.Response, rejected.Lease);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => limits.Address.For(Requester.AddressOf(context))),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Requester.PersonOf(context) is { } person
                ? limits.Person.For(person)
                : RateLimitPartition.GetNoLimiter("")));
        limiter.AddPolicy(RateLimitPolicies.Registration, context => limits.Registration.For(Requester.AddressOf(context)));
        limiter.AddPolicy(RateLimitPolicies.SignIn, context => limits.SignIn.For(Requester.AddressOf(context)));
    }
}
