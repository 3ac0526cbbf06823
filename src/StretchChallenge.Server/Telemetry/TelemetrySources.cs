using StretchChallenge.Server.Live;
using StretchChallenge.Storage.Figures;

namespace StretchChallenge.Server.Telemetry;

/// <summary>Whose figures and spans are sent.</summary>
internal static class TelemetrySources
{
    /// <summary>The meters.</summary>
    public static readonly string[] Meters =
    [
        LedgerSources.Meter,
        ParticipationMetrics.MeterName,
        LiveMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.Orleans",
        "Npgsql",
        "System.Runtime",
    ];

    /// <summary>The sources of spans.</summary>
    public static readonly string[] Spans =
    [
        LedgerSources.Spans,
        "Microsoft.AspNetCore",
        "Microsoft.AspNetCore.SignalR.Server",
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Runtime",
        "Npgsql",
    ];
}
