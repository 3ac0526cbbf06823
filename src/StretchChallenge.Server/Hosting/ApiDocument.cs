using Microsoft.OpenApi;

namespace StretchChallenge.Server.Hosting;

/// <summary>Describes the API, for programs and for the web client's types.</summary>
internal static class ApiDocument
{
    /// <summary>Adds the description.</summary>
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

    // What a converter of our own writes is unknown to the generator.
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
