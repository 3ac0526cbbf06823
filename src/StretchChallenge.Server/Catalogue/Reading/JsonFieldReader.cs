using System.Collections.Immutable;
using System.Text.Json;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>
/// Reads the fields of one JSON object and records each error with its location. An invalid value is read as the default
/// of its type, so callers must drop an entry for which errors were recorded.
/// </summary>
internal sealed class JsonFieldReader
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly SourceLocation _location;

    private JsonFieldReader(JsonElement json, SourceLocation location)
    {
        _location = location;
        foreach (var field in json.EnumerateObject())
        {
            location.In(field.Name).Check(_fields.TryAdd(field.Name, field.Value), "is given twice.");
        }
    }

    /// <summary>Reads an object and records an error for each unknown field.</summary>
    public static T? Read<T>(JsonElement json, SourceLocation location, Func<JsonFieldReader, T> read)
    {
        if (!location.Check(json.ValueKind == JsonValueKind.Object, "must be a group of fields: { … }."))
        {
            return default;
        }

        var reader = new JsonFieldReader(json, location);
        var value = read(reader);
        reader.RejectUnknownFields();
        return value;
    }

    /// <summary>A required field.</summary>
    public T Required<T>(string name, Func<JsonElement, SourceLocation, T> read)
    {
        if (Find(name) is { } value)
        {
            return read(value, _location.In(name));
        }

        _location.In(name).AddError("is missing.");
        return default!;
    }

    /// <summary>An optional object.</summary>
    public T? Optional<T>(string name, Func<JsonElement, SourceLocation, T> read)
        where T : class? =>
        Find(name) is { } value ? read(value, _location.In(name)) : null;

    /// <summary>An optional number.</summary>
    public int? OptionalNumber(string name, int least, int most) =>
        Find(name) is { } value ? FieldValues.Number(least, most)(value, _location.In(name)) : null;

    /// <summary>A required list with a limited number of items.</summary>
    public ImmutableArray<T> List<T>(string name, int fewest, int most, Func<JsonElement, SourceLocation, T> read) =>
        Required(name, (value, location) => ReadList(value, location, fewest, most, read));

    /// <summary>A required list without duplicates.</summary>
    public ImmutableArray<T> Set<T>(string name, int fewest, int most, Func<JsonElement, SourceLocation, T> read)
    {
        var items = List(name, fewest, most, read);
        for (var index = 1; !items.IsDefault && index < items.Length; index++)
        {
            _location.In(name).Item(index).Check(
                items[index] is null || items.IndexOf(items[index]) == index, $"names '{items[index]}' a second time.");
        }

        return items;
    }

    private static ImmutableArray<T> ReadList<T>(
        JsonElement value, SourceLocation location, int fewest, int most, Func<JsonElement, SourceLocation, T> read)
    {
        if (!location.Check(value.ValueKind == JsonValueKind.Array, "must be a list: [ … ]."))
        {
            return default;
        }

        var count = value.GetArrayLength();
        location.Check(
            count >= fewest && count <= most,
            fewest == most ? $"must have {fewest} items, but has {count}." : $"must have {fewest} to {most} items, but has {count}.");
        return [.. value.EnumerateArray().Select((item, index) => read(item, location.Item(index)))];
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void RejectUnknownFields()
    {
        foreach (var name in _fields.Keys.Except(_known))
        {
            _location.In(name).AddError($"does not exist. The fields here are: {string.Join(", ", _known)}.");
        }
    }
}
