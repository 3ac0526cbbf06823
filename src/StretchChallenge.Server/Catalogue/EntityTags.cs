using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Catalogue;

/// <summary>Adds entity tags to the catalogue's responses: clients revalidate their copies and get 304 while these are current.</summary>
internal static class EntityTags
{
    /// <summary>Adds entity tags to the responses of all endpoints of a group.</summary>
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
        var tag = http.RequestServices.GetRequiredService<CatalogueETag>().TagIn(language);
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        return IsKept(http.Request.GetTypedHeaders(), tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static bool IsKept(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.IfNoneMatch.Any(kept => kept.Compare(tag, useStrongComparison: false) || kept.Equals(EntityTagHeaderValue.Any));
}

/// <summary>
/// The entity tag of the catalogue. The data files are embedded in the program, so the build is their version, and all
/// nodes of one build use the same tags.
/// </summary>
internal sealed class CatalogueETag(IOptions<RoutineOptions> options)
{
    private readonly string _version = $"{VersionOf<CatalogueETag>()}-{VersionOf<Routine>()}-{options.Value.Pace}";

    /// <summary>The tag of all catalogue responses in a language.</summary>
    public EntityTagHeaderValue TagIn(string language) => new($"\"{_version}-{language}\"");

    private static string VersionOf<T>() => typeof(T).Module.ModuleVersionId.ToString("N")[..12];
}
