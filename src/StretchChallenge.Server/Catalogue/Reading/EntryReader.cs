using System.Collections.Immutable;
using System.Text.Json;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>
/// Reads the fields of one JSON object and notes each fault where it is. A value with a fault is read as the default of
/// its type: whoever reads an entry drops it if there was any.
/// </summary>
internal sealed class EntryReader
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly FaultPlace _place;

    private EntryReader(JsonElement json, FaultPlace place)
    {
        _place = place;
        foreach (var field in json.EnumerateObject())
        {
            place.In(field.Name).Check(_fields.TryAdd(field.Name, field.Value), "is given twice.");
        }
    }

    /// <summary>Reads an object, and notes the fields that do not exist.</summary>
    public static T? Read<T>(JsonElement json, FaultPlace place, Func<EntryReader, T> read)
    {
        if (!place.Check(json.ValueKind == JsonValueKind.Object, "must be a group of fields: { … }."))
        {
            return default;
        }

        var reader = new EntryReader(json, place);
        var value = read(reader);
        reader.RefuseOthers();
        return value;
    }

    /// <summary>A field that must be there.</summary>
    public T Required<T>(string name, Func<JsonElement, FaultPlace, T> read)
    {
        if (Find(name) is { } value)
        {
            return read(value, _place.In(name));
        }

        _place.In(name).Fault("is missing.");
        return default!;
    }

    /// <summary>A group that may be left out.</summary>
    public T? Optional<T>(string name, Func<JsonElement, FaultPlace, T> read)
        where T : class? =>
        Find(name) is { } value ? read(value, _place.In(name)) : null;

    /// <summary>A number that may be left out.</summary>
    public int? OptionalNumber(string name, int least, int most) =>
        Find(name) is { } value ? Values.Number(least, most)(value, _place.In(name)) : null;

    /// <summary>A list that must be there, with a number of items within the bounds.</summary>
    public ImmutableArray<T> List<T>(string name, int fewest, int most, Func<JsonElement, FaultPlace, T> read) =>
        Required(name, (value, place) => ReadList(value, place, fewest, most, read));

    /// <summary>A list in which nothing stands twice.</summary>
    public ImmutableArray<T> Set<T>(string name, int fewest, int most, Func<JsonElement, FaultPlace, T> read)
    {
        var items = List(name, fewest, most, read);
        for (var index = 1; !items.IsDefault && index < items.Length; index++)
        {
            _place.In(name).Item(index).Check(
                items[index] is null || items.IndexOf(items[index]) == index, $"names '{items[index]}' a second time.");
        }

        return items;
    }

    private static ImmutableArray<T> ReadList<T>(
        JsonElement value, FaultPlace place, int fewest, int most, Func<JsonElement, FaultPlace, T> read)
    {
        if (!place.Check(value.ValueKind == JsonValueKind.Array, "must be a list: [ … ]."))
        {
            return default;
        }

        var count = value.GetArrayLength();
        place.Check(
            count >= fewest && count <= most,
            fewest == most ? $"must have {fewest} items, but has {count}." : $"must have {fewest} to {most} items, but has {count}.");
        return [.. value.EnumerateArray().Select((item, index) => read(item, place.Item(index)))];
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void RefuseOthers()
    {
        foreach (var name in _fields.Keys.Except(_known))
        {
            _place.In(name).Fault($"does not exist. The fields here are: {string.Join(", ", _known)}.");
        }
    }
}
