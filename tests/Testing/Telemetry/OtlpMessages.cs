using System.Globalization;
using System.Text;

namespace StretchChallenge.Testing.Telemetry;

/// <summary>
/// Reads OTLP exports. The field numbers are those of OpenTelemetry's definitions (opentelemetry-proto, v1).
/// </summary>
internal static class OtlpMessages
{
    /// <summary>The resource attributes of an export: the sender.</summary>
    public static IReadOnlyDictionary<string, string> ReadResource(ReadOnlyMemory<byte> export) =>
        Tags(Protobuf.Messages(Protobuf.Messages(export, 1).First(), 1).First(), 1);

    /// <summary>The metrics of an export.</summary>
    public static IEnumerable<OtlpPoint> ReadMetrics(ReadOnlyMemory<byte> export) =>
        from scope in Scopes(export)
        from metric in Protobuf.Messages(scope.Bytes, 2)
        from data in Protobuf.Fields(metric)
        where data.Field is 5 or 7 or 9
        from point in Protobuf.Messages(data.Bytes, 1)
        select new OtlpPoint(
            scope.Name,
            Protobuf.Text(metric, 1),
            Protobuf.Text(metric, 3),
            KindOf(data.Field, data.Bytes),
            data.Field == 9 ? CountOf(point) : ValueOf(point),
            Tags(point, data.Field == 9 ? 9 : 7));

    /// <summary>The spans of an export.</summary>
    public static IEnumerable<OtlpSpan> ReadSpans(ReadOnlyMemory<byte> export) =>
        from scope in Scopes(export)
        from span in Protobuf.Messages(scope.Bytes, 2)
        select new OtlpSpan(
            scope.Name,
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            Protobuf.Text(span, 5),
            Tags(span, 9),
            [.. Protobuf.Messages(span, 13).Select(link => Hex(link, 2))]);

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Scopes(ReadOnlyMemory<byte> export) =>
        from resource in Protobuf.Messages(export, 1)
        from scope in Protobuf.Messages(resource, 2)
        select (Protobuf.Text(Protobuf.Messages(scope, 1).FirstOrDefault(), 1), scope);

    private static OtlpKind KindOf(int field, ReadOnlyMemory<byte> data) => field switch
    {
        5 => OtlpKind.Gauge,
        9 => OtlpKind.Histogram,
        _ => Protobuf.Fields(data).Any(part => part is { Field: 3, Number: 1 }) ? OtlpKind.Counter : OtlpKind.UpDownCounter,
    };

    private static double CountOf(ReadOnlyMemory<byte> point) => Protobuf.Fields(point).First(part => part.Field == 4).Number;

    private static double ValueOf(ReadOnlyMemory<byte> point) => Protobuf.Fields(point).First(part => part.Field is 4 or 6) switch
    {
        { Field: 4, Number: var bits } => BitConverter.UInt64BitsToDouble(bits),
        { Number: var number } => (long)number,
    };

    private static Dictionary<string, string> Tags(ReadOnlyMemory<byte> message, int field) => Protobuf.Messages(message, field)
        .ToDictionary(pair => Protobuf.Text(pair, 1), pair => ValueText(Protobuf.Messages(pair, 2).FirstOrDefault()), StringComparer.Ordinal);

    private static string ValueText(ReadOnlyMemory<byte> value) => Protobuf.Fields(value).FirstOrDefault() switch
    {
        { Field: 1, Bytes: var text } => Encoding.UTF8.GetString(text.Span),
        { Field: 4, Number: var bits } => BitConverter.UInt64BitsToDouble(bits).ToString(CultureInfo.InvariantCulture),
        { Number: var number } => ((long)number).ToString(CultureInfo.InvariantCulture),
    };

    private static string Hex(ReadOnlyMemory<byte> message, int field) =>
        Convert.ToHexStringLower(Protobuf.Messages(message, field).FirstOrDefault().Span);
}

/// <summary>The kinds of metrics.</summary>
public enum OtlpKind
{
    /// <summary>A current value.</summary>
    Gauge,

    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A sum that goes up and down.</summary>
    UpDownCounter,

    /// <summary>Counts of values by range.</summary>
    Histogram,
}

/// <summary>The last value of one time series.</summary>
/// <param name="Meter">The meter's name.</param>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Unit">Its unit (UCUM).</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The value; for a histogram, the number of recordings.</param>
/// <param name="Tags">The attributes of the series.</param>
public sealed record OtlpPoint(
    string Meter, string Instrument, string Unit, OtlpKind Kind, double Value, IReadOnlyDictionary<string, string> Tags);

/// <summary>An exported span; ids are hexadecimal.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="TraceId">The trace it is part of.</param>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The id of the parent span; empty for a root span.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Its attributes.</param>
/// <param name="Links">The ids of the spans it links to.</param>
public sealed record OtlpSpan(
    string Source,
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Links);
