using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StretchChallenge.Server.Ids;

namespace StretchChallenge.Server.Hosting;

/// <summary>How values are written in JSON, the same over HTTP and over the hub.</summary>
internal static class JsonDefaults
{
    /// <summary>Sets the format of HTTP requests and answers.</summary>
    public static void AddJsonDefaults(this WebApplicationBuilder builder) =>
        builder.Services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    /// <summary>Writes enums as camelCase names and instants in UTC, ending in <c>Z</c>; reads no date beyond <see cref="PossibleDates" />.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcInstant());
        options.Converters.Add(new PossibleDate());
    }

    private sealed class PossibleDate : JsonConverter<DateOnly>
    {
        private static readonly JsonConverter<DateOnly> Inner = (JsonConverter<DateOnly>)JsonSerializerOptions.Default.GetConverter(typeof(DateOnly));

        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Inner.Read(ref reader, typeToConvert, options) is var date && PossibleDates.Contains(date)
                ? date
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            Inner.Write(writer, value, options);
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>The names of an enum's values in JSON and in data files: <c>warmUp</c>, not <c>WarmUp</c> or 3.</summary>
internal static class EnumNames
{
    /// <summary>All names of an enum, in its order.</summary>
    public static ImmutableArray<string> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value with a name; null when there is none.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
