using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

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

    /// <summary>Maps <c>/openapi/v1.json</c> and <c>/openapi/reference</c>, a page that shows it, in every environment.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/v1.json").AllowAnonymous();
        routes.MapScalarApiReference("/openapi/reference", Configure).AllowAnonymous();
    }

    // The page's files come from this server, and nothing is loaded from or sent to another one.
    private static void Configure(ScalarOptions page, HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        page.WithTitle("StretchChallenge API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .WithNonce(nonce)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools();

        // Scalar adds style elements at run time, so inline styles are allowed for this page alone.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

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
