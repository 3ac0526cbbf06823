using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;

namespace StretchChallenge.Server.Problems;

/// <summary>All codes of refusals and the parameters of their words, for clients that have words of their own.</summary>
internal static class ProblemCodes
{
    private const string Codes = "ProblemCode";
    private const string Params = "ProblemParams";

    /// <summary>The parameters of each code, read off the members that make the refusals.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<ParameterInfo>> All { get; } = typeof(RequestRefusals).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Namespace == typeof(RequestRefusals).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(Refusal))
        .ToImmutableSortedDictionary(CodeOf, ParametersOf, StringComparer.Ordinal);

    /// <summary>Adds the schemas <c>ProblemCode</c>, all codes, and <c>ProblemParams</c>, the parameters by code.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSchema>(Codes, new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "Why something was refused: the last part of a problem's type, the code of a field's fault, the type of a hub's refusal.",
            Enum = [.. All.Keys],
        });
        document.AddComponent<IOpenApiSchema>(Params, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The params of each code.",
            Properties = All.ToDictionary(code => code.Key, IOpenApiSchema (code) => SchemaOf(code.Value)),
            Required = All.Keys.ToHashSet(StringComparer.Ordinal),
        });
        PropertiesOf(nameof(FieldProblem), document)["code"] = new OpenApiSchemaReference(Codes, document);
        foreach (var schema in new[] { nameof(Problem), nameof(FieldProblem) })
        {
            ((OpenApiSchema)PropertiesOf(schema, document)["params"]).AdditionalProperties = new OpenApiSchema();
        }
    }

    private static IDictionary<string, IOpenApiSchema> PropertiesOf(string schema, OpenApiDocument document) =>
        document.Components!.Schemas![schema].Properties!;

    private static string CodeOf(MethodInfo method) => Refusal.CodeOf(method.IsSpecialName ? method.Name["get_".Length..] : method.Name);

    private static ImmutableArray<ParameterInfo> ParametersOf(MethodInfo method) =>
        [.. method.GetParameters().Where(parameter => parameter.Name != "field")];

    private static OpenApiSchema SchemaOf(ImmutableArray<ParameterInfo> parameters) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = parameters.ToDictionary(parameter => parameter.Name!, IOpenApiSchema (parameter) => SchemaOf(parameter.ParameterType)),
        Required = parameters.Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema SchemaOf(Type type) => type == typeof(string) ? new() { Type = JsonSchemaType.String }
        : type == typeof(DateOnly) ? new() { Type = JsonSchemaType.String, Format = "date" }
        : type == typeof(DateTimeOffset) ? new() { Type = JsonSchemaType.String, Format = "date-time" }
        : type.IsEnum ? new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)] }
        : type == typeof(int) ? new() { Type = JsonSchemaType.Integer }
        : new() { Type = JsonSchemaType.Number };
}
