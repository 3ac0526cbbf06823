using Microsoft.Net.Http.Headers;

namespace StretchChallenge.Server.WebClient;

/// <summary>How long browsers keep the web client's files.</summary>
internal static class CacheHeaders
{
    // The client's build puts files here whose names change with their content.
    private const string Hashed = "_app/immutable/";
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Lets browsers keep the files with a hash in their name for good, instead of asking for each at every visit.</summary>
    public static IEndpointConventionBuilder KeepHashedFiles(this IEndpointConventionBuilder files)
    {
        files.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve }
                && path.TrimStart('/').StartsWith(Hashed, StringComparison.Ordinal))
            {
                endpoint.RequestDelegate = context =>
                {
                    context.Response.OnStarting(() => Keep(context.Response));
                    return serve(context);
                };
            }
        });
        return files;
    }

    private static Task Keep(HttpResponse response)
    {
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            response.Headers[HeaderNames.CacheControl] = Forever;
        }

        return Task.CompletedTask;
    }
}
