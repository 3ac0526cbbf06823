using System.Collections.Concurrent;

namespace StretchChallenge.Server.Security;

/// <summary>
/// Logs hosts and origins that were refused, each at most once a minute: mostly a proxy that passes another Host on, or a name
/// that is missing in the settings.
/// </summary>
internal sealed partial class RefusedAddresses(TimeProvider time, ILogger<RefusedAddresses> log)
{
    // Whoever sends requests chooses these values: their number and length are limited.
    private const int MaxValues = 100;
    private const int MaxLength = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _logged = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A request for a host that the server does not answer to.</summary>
    public void HostRefused(string host, string known)
    {
        if (IsDue($"host {host}"))
        {
            LogHost(Shorten(host), known);
        }
    }

    /// <summary>A change, or a live connection, from a page of another origin.</summary>
    public void OriginRefused(HttpRequest request)
    {
        var origin = request.Headers.Origin.Count > 0
            ? request.Headers.Origin.ToString()
            : $"(none, Sec-Fetch-Site: {request.Headers["Sec-Fetch-Site"]})";
        if (IsDue($"origin {origin} {request.Host}"))
        {
            LogOrigin(Shorten(origin), Shorten(request.Host.ToString()));
        }
    }

    private bool IsDue(string value)
    {
        var now = time.GetUtcNow();
        if (_logged.Count >= MaxValues)
        {
            foreach (var old in _logged.Where(entry => now - entry.Value >= Pause))
            {
                _logged.TryRemove(old);
            }
        }

        var key = Shorten(value);
        if (_logged.TryGetValue(key, out var last))
        {
            return now - last >= Pause && _logged.TryUpdate(key, now, last);
        }

        return _logged.Count < MaxValues && _logged.TryAdd(key, now);
    }

    private static string Shorten(string value) => value.Length <= MaxLength ? value : value[..MaxLength];

    [LoggerMessage(
        LogLevel.Warning,
        "A request for the host {Host} was refused; the server answers to {Known}. If people use that address, set Server:PublicUrl to it, or add it to AllowedHosts.")]
    private partial void LogHost(string host, string known);

    [LoggerMessage(
        LogLevel.Warning,
        "A change from a page of {Origin} was refused: it came for the host {Host}. If both are this server, its proxy must pass the Host header on, or Server:PublicUrl must be that address.")]
    private partial void LogOrigin(string origin, string host);
}
