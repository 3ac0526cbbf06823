using Microsoft.AspNetCore.Http.Connections;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Live;

/// <summary>The hub and what pushes through it.</summary>
internal static class LiveSetup
{
    /// <summary>The hub's address; below it are the pages of live breaks.</summary>
    public const string Path = "/live";

    /// <summary>The largest message that a client may send, in bytes.</summary>
    private const int LargestMessage = 32 * 1024;

    /// <summary>How many bytes may be buffered for a client that reads slowly.</summary>
    private const int LargestBacklog = 256 * 1024;

    /// <summary>How long one message may take to go out.</summary>
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(5);

    /// <summary>Adds the hub and the services that push through it.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveMetrics>();
        builder.Services.AddPushService<BoardPushService>();
        builder.Services.AddPushService<SessionPushService>();
        builder.Services.AddPushService<WallPushService>();
        builder.Services.AddSingleton<SessionSteps>();
        builder.Services.AddSingleton<SessionJoinService>();
        builder.Services
            .AddSignalR(options => options.MaximumReceiveMessageSize = LargestMessage)
            .AddJsonProtocol(options => JsonDefaults.Apply(options.PayloadSerializerOptions));
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

    private static void AddPushService<TService>(this IServiceCollection services)
        where TService : BackgroundService
    {
        services.AddSingleton<TService>();
        services.AddHostedService(provider => provider.GetRequiredService<TService>());
    }
}

/// <summary>
/// A server that stops accepts no new live connection. It closes those it has, and clients that reconnect to it at once
/// would delay its end; they try again and reach another node, or the server when it has started.
/// </summary>
internal sealed class StoppingGuard(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path == LiveSetup.Path && lifetime.ApplicationStopping.IsCancellationRequested
            ? Problem.Of(ProblemType.NodeUnavailable).ExecuteAsync(context)
            : next(context);
}
