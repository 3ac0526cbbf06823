using System.Text.Json;
using System.Text.RegularExpressions;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Readers of single values, for <see cref="EntryReader" />.</summary>
internal static partial class Values
{
    private const int LongestId = 40;

    /// <summary>A text of a length within the bounds.</summary>
    public static Func<JsonElement, FaultPlace, string> Text(int shortest, int longest) => (json, place) =>
    {
        if (!place.Check(json.ValueKind == JsonValueKind.String, $"must be a text in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var text = json.GetString()!;
        place.Check(
            text.Length >= shortest && text.Length <= longest,
            $"must have {shortest} to {longest} characters, but has {text.Length}.");
        place.Check(
            text == text.Trim() && !text.Any(char.IsControl), "must not begin or end with a space, nor have line breaks.");
        return text;
    };

    /// <summary>An id: small letters, digits and single hyphens.</summary>
    public static string Id(JsonElement json, FaultPlace place)
    {
        if (!place.Check(json.ValueKind == JsonValueKind.String, $"must be an id in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var id = json.GetString()!;
        place.Check(
            id.Length <= LongestId && IdForm().IsMatch(id),
            $"must be small letters, digits and single hyphens, up to {LongestId}, but is {Shown(json)}.");
        return id;
    }

    /// <summary>The id of an exercise that exists.</summary>
    public static Func<JsonElement, FaultPlace, string> Exercise(ExerciseIds ids) => (json, place) =>
    {
        if (!place.Check(json.ValueKind == JsonValueKind.String, $"must be the id of an exercise in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var id = json.GetString()!;
        place.Check(!ids.Lack(id), $"names the exercise '{id}', which does not exist.");
        return id;
    };

    /// <summary>A whole number within the bounds.</summary>
    public static Func<JsonElement, FaultPlace, int> Number(int least, int most) => (json, place) =>
    {
        var number = 0;
        return place.Check(
            json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number) && number >= least && number <= most,
            $"must be a whole number from {least} to {most}, but is {Shown(json)}.")
                ? number
                : 0;
    };

    /// <summary>From how much to how much, within the bounds.</summary>
    public static Func<JsonElement, FaultPlace, DoseRange?> Range(int least, int most) => (json, place) =>
    {
        var range = EntryReader.Read(json, place, fields =>
            new DoseRange(fields.Required("min", Number(least, most)), fields.Required("max", Number(least, most))));
        // A bound with a fault of its own is read as 0.
        place.Check(
            range is null || range.Min <= range.Max || range.Max == 0, $"must not have a larger min ({range?.Min}) than max ({range?.Max}).");
        return range;
    };

    /// <summary>true or false.</summary>
    public static bool Flag(JsonElement json, FaultPlace place) =>
        place.Check(json.ValueKind is JsonValueKind.True or JsonValueKind.False, $"must be true or false, but is {Shown(json)}.")
        && json.GetBoolean();

    /// <summary>A word of an enum.</summary>
    public static T Word<T>(JsonElement json, FaultPlace place)
        where T : struct, Enum
    {
        var value = json.ValueKind == JsonValueKind.String ? WireWord.Find<T>(json.GetString()) : null;
        place.Check(value is not null, $"must be one of {string.Join(", ", WireWord.All<T>())}, but is {Shown(json)}.");
        return value.GetValueOrDefault();
    }

    /// <summary>Where something is from: the letter of an article, or <c>own</c>.</summary>
    public static string Source(JsonElement json, FaultPlace place)
    {
        var source = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        place.Check(source is "A" or "B" or "C" or "D" or "E" or "own", $"must be one of A, B, C, D, E, own, but is {Shown(json)}.");
        return source;
    }

    private static string Shown(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "a group of fields",
        JsonValueKind.Array => "a list",
        _ when json.GetRawText() is { Length: <= LongestId } text => text,
        _ => $"{json.GetRawText()[..LongestId]}…",
    };

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex IdForm();
}
