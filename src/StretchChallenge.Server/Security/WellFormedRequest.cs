using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Security;

/// <summary>
/// Refuses requests whose <c>Host</c> cannot be part of an address (400), and JSON in another encoding than UTF-8 (415): the
/// framework throws where it first reads them.
/// </summary>
internal sealed class WellFormedRequest(RequestDelegate next)
{
    /// <summary>Calls the next middleware, or answers with a problem.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!IsHost(headers.Host))
        {
            // Whatever looks at the request from here on, such as its trace, must not read it again.
            headers.Host = StringValues.Empty;
            return Problem.Of(RequestRefusals.UnknownHost).ExecuteAsync(context);
        }

        return IsReadable(headers) ? next(context) : Problem.Of(RequestRefusals.UnsupportedMediaType).ExecuteAsync(context);
    }

    private static bool IsHost(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header))
        {
            return true;
        }

        try
        {
            var host = HostString.FromUriComponent(header.ToString());
            return Uri.TryCreate($"http://{host.ToUriComponent()}", UriKind.Absolute, out var address)
                && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // No name by the rules of internationalised names.
            return false;
        }
    }

    private static bool IsReadable(IHeaderDictionary headers)
    {
        if (!MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type) || !IsJson(type) || !type.Charset.HasValue)
        {
            return true;
        }

        // ASCII is UTF-8 too.
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Without the charset, because the framework does not know one in quotes.
        headers.ContentType = type.MediaType.ToString();
        return true;
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.SubTypeWithoutSuffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
}
