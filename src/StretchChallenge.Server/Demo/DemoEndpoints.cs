using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Demo;

/// <summary>The demo challenge (section <c>Demo</c>).</summary>
public sealed class DemoOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Demo";

    /// <summary>Whether there is a demo; in Development the default is true, unless the server is shared.</summary>
    public bool Enabled { get; set; }

    /// <summary>The time in which every simulated colleague checks in once.</summary>
    public TimeSpan Round { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>A challenge with simulated colleagues that guests can look around in; separate from every real one.</summary>
internal static class DemoEndpoints
{
    /// <summary>Adds the demo if it is enabled.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>()
            .BindConfiguration(DemoOptions.Section)
            .Validate(options => options.Round > TimeSpan.Zero, $"{DemoOptions.Section}:Round is longer than zero.")
            .ValidateOnStart();
        if (IsEnabled(builder.Configuration))
        {
            builder.Services.AddSingleton<DemoChallenge>();
            builder.Services.AddHostedService<DemoSimulator>();
        }
    }

    /// <summary>Maps <c>/api/demo</c> if the demo is enabled.</summary>
    public static void MapDemo(this RouteGroupBuilder api, IConfiguration configuration)
    {
        if (IsEnabled(configuration))
        {
            api.MapPost("/demo/enter", EnterAsync)
                .WithTags("Demo")
                .AllowAnonymous()
                .RequireRateLimiting(RateLimitPolicies.Demo)
                .WithSummary("Enters the demo challenge as a guest.");
        }
    }

    private static bool IsEnabled(IConfiguration configuration) =>
        configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() is { Enabled: true };

    private static async Task<NoContent> EnterAsync(
        DemoChallenge demo, IAccountStore accounts, IGrainFactory grains, SignInService signIn, TimeProvider time)
    {
        var seed = await demo.Seed;
        var guest = DemoAccount.New(AccountKind.Guest, "Guest", seed.Challenge.ZoneId, showName: true, time.GetUtcNow());
        await accounts.CreateAsync(guest, mayBeFirst: false);
        var team = seed.Teams[Random.Shared.Next(seed.Teams.Length)];
        var challenge = grains.GetGrain<IChallengeGrain>(seed.Challenge.Id.Value);
        await challenge.JoinAsync(new JoinChallenge(guest.Id.Value, seed.Challenge.Code, team.Id.Value));
        await signIn.SignInAsync(guest);
        return TypedResults.NoContent();
    }
}
