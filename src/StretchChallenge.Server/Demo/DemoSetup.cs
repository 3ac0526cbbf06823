
namespace StretchChallenge.Server.Demo;

/// <summary>A challenge to look around in, with simulated colleagues; kept apart from every real one.</summary>
internal static class DemoSetup
{
    /// <summary>Adds the demo, where it is enabled.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>()
            .BindConfiguration(DemoOptions.Section)
            .Validate(options => options.Round > TimeSpan.Zero, $"{DemoOptions.Section}:Round is longer than zero.")
            .ValidateOnStart();
        if (builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() is { Enabled: true })
        {
            builder.Services.AddSingleton<DemoChallenge>();
            builder.Services.AddHostedService<DemoColleagues>();
        }
    }

    /// <summary>Maps <c>/api/demo</c>, where the demo is enabled.</summary>
    public static void MapDemo(this RouteGroupBuilder api, IConfiguration configuration)
    {
        if (configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() is { Enabled: true })
        {
            api.MapPost("/demo/enter", DemoEndpoints.EnterAsync)
                .WithTags("Demo")
                .AllowAnonymous()
                .WithSummary("Enters the demo challenge as a guest.");
        }
    }
}
