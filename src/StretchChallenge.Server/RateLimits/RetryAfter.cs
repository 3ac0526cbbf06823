using System.Globalization;
using System.Threading.RateLimiting;

namespace StretchChallenge.Server.RateLimits;

/// <summary>Tells a refused client when to come back.</summary>
internal static class RetryAfter
{
    /// <summary>Sets <c>Retry-After</c>, in whole seconds, at least one.</summary>
    public static void Tell(HttpResponse response, RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
