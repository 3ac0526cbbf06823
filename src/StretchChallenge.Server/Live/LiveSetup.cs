using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Live;

/// <summary>The hub and what pushes through it.</summary>
internal static class LiveSetup
{
    /// <summary>The largest message that a client may send, in bytes.</summary>
    private const int LargestMessage = 32 * 1024;

    /// <summary>Adds the hub and the relay.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveRelay>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveRelay>());
        builder.Services
            .AddSignalR(options => options.MaximumReceiveMessageSize = LargestMessage)
            .AddJsonProtocol(options => WireFormat.Apply(options.PayloadSerializerOptions));
    }

    /// <summary>Maps the hub at <c>/live</c>.</summary>
    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>("/live").AllowAnonymous();
}
