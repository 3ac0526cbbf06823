using System.Collections.Concurrent;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Keeps a browser's cookies for as long as the server's clock does: the client's own jar goes by the real time.</summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> _cookies = [];

    /// <summary>The cookies as a browser would send them.</summary>
    public string Header => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_cookies.IsEmpty && !request.Headers.Contains("Cookie"))
        {
            request.Headers.Add("Cookie", Header);
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            Keep(cookie.Split(';')[0].Split('=', 2));
        }

        return response;
    }

    private void Keep(string[] cookie)
    {
        if (cookie[1].Length == 0)
        {
            _cookies.TryRemove(cookie[0], out _);
        }
        else
        {
            _cookies[cookie[0]] = cookie[1];
        }
    }
}
