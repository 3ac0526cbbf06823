using Microsoft.AspNetCore.Http.Connections;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;

namespace StretchChallenge.Server.Live;

/// <summary>The hub and what pushes through it.</summary>
internal static class LiveSetup
{
    /// <summary>The hub's address; below it are the pages of live breaks.</summary>
    public const string Path = "/live";

    /// <summary>The largest message that a client may send, in bytes.</summary>
    private const int LargestMessage = 32 * 1024;

    /// <summary>How many bytes may wait for a client that reads slowly.</summary>
    private const int LargestBacklog = 256 * 1024;

    /// <summary>How long one message may take to go out.</summary>
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(5);

    /// <summary>Adds the hub and the relay.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveMetrics>();
        builder.Services.AddRelay<LiveRelay>();
        builder.Services.AddRelay<SessionRelay>();
        builder.Services.AddRelay<WallRelay>();
        builder.Services.AddSingleton<SessionSteps>();
        builder.Services.AddSingleton<SessionDesk>();
        builder.Services
            .AddSignalR(options => options.MaximumReceiveMessageSize = LargestMessage)
            .AddJsonProtocol(options => WireFormat.Apply(options.PayloadSerializerOptions));
    }

    /// <summary>Maps the hub at <c>/live</c>.</summary>
    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>(Path, connection =>
    {
        // A WebSocket is one connection to one node: with it alone, a proxy before several nodes needs no sticky sessions.
        connection.Transports = HttpTransportType.WebSockets;
        // A client that stops reading is given up once its buffer has been full for so long; nobody else waits for it.
        connection.TransportMaxBufferSize = LargestBacklog;
        connection.TransportSendTimeout = SlowestSend;
    }).AllowAnonymous();

    private static void AddRelay<TRelay>(this IServiceCollection services)
        where TRelay : BackgroundService
    {
        services.AddSingleton<TRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<TRelay>());
    }
}
