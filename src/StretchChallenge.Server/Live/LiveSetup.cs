using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Live.Nudges;
using StretchChallenge.Server.Live.Openings;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Live;

/// <summary>The hub, and the services that push through it.</summary>
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
        // What a connection sends goes to its socket on the thread that wrote it: with many watchers, each push to each of them
        // would otherwise wait for a second thread.
        builder.WebHost.UseSockets(options => options.UnsafePreferInlineScheduling = true);
        builder.Services.AddSingleton<LiveMetrics>();
        builder.Services.AddPushService<BoardPushService>();
        builder.Services.AddPushService<SessionPushService>();
        builder.Services.AddPushService<WallPushService>();
        builder.Services.AddPushService<OpeningPushService>();
        builder.Services.AddPushService<NudgePushService>();
        builder.Services.AddSingleton<SteadyClock>();
        builder.Services.AddSingleton<SessionSteps>();
        builder.Services.AddSingleton<SessionJoinService>();
        builder.Services.AddSingleton<SilentConnections>();
        builder.Services
            .AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = LargestMessage;
                options.AddFilter<HubCallGuard>();
                options.AddFilter<HubCallRateLimiter>();
                options.AddFilter<SilentConnections>();
            })
            .AddJsonProtocol(options =>
            {
                JsonDefaults.Apply(options.PayloadSerializerOptions);
                options.PayloadSerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutKnownRanks);
            });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHubProtocol>(provider =>
            new GuardedJsonProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>()))));
        builder.Services.AddSingleton<LiveConnections>();
        builder.Services.AddPushService<ConnectionAccess>();
        builder.Services.AddSingleton<HubCallGuard>();
        // SignalR logs every refused call as an error, with its stack. HubCallGuard logs what failed.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR", LogLevel.Critical);
    }

    /// <summary>Maps the hub at <c>/live</c>.</summary>
    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>(Path, connection =>
    {
        // Only WebSockets: each is one connection to one node, so a proxy in front of several nodes needs no sticky sessions.
        connection.Transports = HttpTransportType.WebSockets;
        // A client that does not read is disconnected when its buffer has been full for this long; others are not delayed.
        connection.TransportMaxBufferSize = LargestBacklog;
        connection.TransportSendTimeout = SlowestSend;
    }).AllowAnonymous();

    private static void LeaveOutKnownRanks(JsonTypeInfo type)
    {
        if (type.Type == typeof(BoardRow))
        {
            type.Properties.Single(property => property.Name == "rank").ShouldSerialize = (_, rank) => rank is not BoardRow.KnownRank;
            // A change says that there is none any more; elsewhere it is left out, as over HTTP.
            type.Properties.Single(property => property.Name == "morningRank").ShouldSerialize = (row, rank) =>
                rank is not BoardRow.KnownRank && (rank is not null || ((BoardRow)row).Rank is BoardRow.KnownRank);
        }
    }

    private static void AddPushService<TService>(this IServiceCollection services)
        where TService : BackgroundService
    {
        services.AddSingleton<TService>();
        services.AddHostedService(provider => provider.GetRequiredService<TService>());
    }
}

/// <summary>
/// Refuses new live connections while the server stops: clients whose connection was closed would reconnect at once and delay
/// the stop. They retry until they reach another node, or this one after its restart.
/// </summary>
internal sealed class StoppingGuard(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path == LiveSetup.Path && lifetime.ApplicationStopping.IsCancellationRequested
            ? Problem.Of(RequestRefusals.NodeAbsent).ExecuteAsync(context)
            : next(context);
}
