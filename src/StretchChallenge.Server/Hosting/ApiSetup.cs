using Microsoft.OpenApi;
using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Hosting;

/// <summary>What all features under <c>/api</c> have in common, and the API's description in OpenAPI.</summary>
internal static class ApiSetup
{
    /// <summary>The group that features map into: authenticated unless an endpoint says otherwise, and with idempotency keys.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api")
            .RequireAuthorization()
            .AcceptIdempotencyKeys()
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotSignedIn, ProblemType.TooManyRequests);

    /// <summary>Adds the description, from which the web client's types are generated too.</summary>
    public static void AddApiDocument(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options => options
            .AddSchemaTransformer((schema, context, _) =>
            {
                DescribeInstant(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            })
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "StretchChallenge";
                document.Info.Description = "Problems follow RFC 9457; every POST but those under /api/account may carry an Idempotency-Key.";
                return Task.CompletedTask;
            }));

    /// <summary>Maps <c>/openapi/v1.json</c>, in every environment.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/v1.json").AllowAnonymous();

    // The generator does not know what a custom converter writes.
    private static void DescribeInstant(OpenApiSchema schema, Type type)
    {
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }
    }
}
