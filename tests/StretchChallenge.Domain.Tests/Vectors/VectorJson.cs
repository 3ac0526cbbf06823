using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>Reads vectors and compares results with what they expect.</summary>
internal static class VectorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static T Read<T>(JsonNode fields) => fields.Deserialize<T>(Options)!;

    public static JsonNode Write(object value) => JsonNode.Parse(JsonSerializer.Serialize(value, Options))!;

    public static TimeZoneInfo Zone(string id) => TimeZones.Find(id);

    public static WorkDays Weekdays(IEnumerable<string> names) =>
        WorkDays.TryParse(names, out var days) ? days : throw new JsonException($"Not all weekdays: {string.Join(',', names)}");

    /// <summary>The first difference from the expectation, or null. Only the fields that it names are compared.</summary>
    public static string? Mismatch(JsonNode? expected, JsonNode? actual, string path = "expect") => (expected, actual) switch
    {
        (JsonObject some, JsonObject other) => some
            .Select(field => other.ContainsKey(field.Key)
                ? Mismatch(field.Value, other[field.Key], $"{path}.{field.Key}")
                : $"{path}.{field.Key} is no field of this kind")
            .FirstOrDefault(found => found is not null),
        (JsonArray some, JsonArray other) when some.Count == other.Count => some
            .Select((item, index) => Mismatch(item, other[index], $"{path}[{index}]"))
            .FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(expected, actual)
            ? null
            : $"{path}: expected {expected?.ToJsonString() ?? "null"}, was {actual?.ToJsonString() ?? "null"}",
    };
}
