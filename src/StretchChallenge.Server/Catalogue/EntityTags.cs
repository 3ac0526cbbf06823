using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace StretchChallenge.Server.Catalogue;

/// <summary>Lets clients keep the catalogue's answers: they ask each time whether theirs still holds, and 304 says so.</summary>
internal static class EntityTags
{
    /// <summary>Tags the answers of all endpoints of a group.</summary>
    public static RouteGroupBuilder WithEntityTags(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(AnswerAsync);
        group.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        return group;
    }

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
        {
            return result;
        }

        var http = context.HttpContext;
        var language = http.RequestServices.GetRequiredService<RoutineCatalogue>().Language;
        var tag = http.RequestServices.GetRequiredService<CatalogueVersion>().TagIn(language);
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        return IsKept(http.Request.GetTypedHeaders(), tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static bool IsKept(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.IfNoneMatch.Any(kept => kept.Compare(tag, useStrongComparison: false) || kept.Equals(EntityTagHeaderValue.Any));
}
