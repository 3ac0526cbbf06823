using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Hosting;

/// <summary>What all features under <c>/api</c> have in common, and the API's description in OpenAPI.</summary>
internal static class ApiSetup
{
    /// <summary>The group that features map into: authenticated unless an endpoint says otherwise, with idempotency keys, and with
    /// ids checked.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api")
            .RequireAuthorization()
            .AcceptIdempotencyKeys()
            .CheckIds()
            .ProducesProblems(RefusalKind.Invalid, RefusalKind.NotSignedIn, RefusalKind.TooMany);

    /// <summary>Adds the description, from which the web client's types are generated too.</summary>
    public static void AddApiDocument(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options => options
            .AddSchemaTransformer((schema, context, _) =>
            {
                DescribeTime(schema, context.JsonTypeInfo.Type, isParameter: context.JsonPropertyInfo is null);
                return Task.CompletedTask;
            })
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "StretchChallenge";
                document.Info.Description =
                    "Problems follow RFC 9457; the last part of a problem's type is a ProblemCode, and its params are in ProblemParams. "
                    + "Every POST but those under /api/account may carry an Idempotency-Key.";
                ProblemCodes.AddTo(document);
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

    // The generator does not know that the converters of JsonDefaults write instants and dates as strings.
    private static void DescribeTime(OpenApiSchema schema, Type type, bool isParameter)
    {
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (type == typeof(DateOnly) || type == typeof(DateOnly?))
        {
            // A parameter is left out rather than null.
            schema.Type = isParameter || type == typeof(DateOnly) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date";
        }
        else if (type == typeof(ImmutableArray<DateOnly>) || type == typeof(ImmutableArray<DateOnly>?))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" };
        }
    }
}
