using System.Text.Json;
using System.Text.RegularExpressions;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Reads single values, for <see cref="JsonFieldReader" />.</summary>
internal static partial class FieldValues
{
    private const int LongestId = 40;

    /// <summary>A text of limited length.</summary>
    public static Func<JsonElement, SourceLocation, string> Text(int shortest, int longest) => (json, location) =>
    {
        if (!location.Check(json.ValueKind == JsonValueKind.String, $"must be a text in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var text = json.GetString()!;
        location.Check(
            text.Length >= shortest && text.Length <= longest,
            $"must have {shortest} to {longest} characters, but has {text.Length}.");
        location.Check(
            text == text.Trim() && !text.Any(char.IsControl), "must not begin or end with a space, nor have line breaks.");
        return text;
    };

    /// <summary>An id: lower-case letters, digits and single hyphens.</summary>
    public static string Id(JsonElement json, SourceLocation location)
    {
        if (!location.Check(json.ValueKind == JsonValueKind.String, $"must be an id in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var id = json.GetString()!;
        location.Check(
            id.Length <= LongestId && IdForm().IsMatch(id),
            $"must be small letters, digits and single hyphens, up to {LongestId}, but is {Shown(json)}.");
        return id;
    }

    /// <summary>The id of an existing exercise.</summary>
    public static Func<JsonElement, SourceLocation, string> Exercise(ExerciseIds ids) => (json, location) =>
    {
        if (!location.Check(json.ValueKind == JsonValueKind.String, $"must be the id of an exercise in quotes, but is {Shown(json)}."))
        {
            return "";
        }

        var id = json.GetString()!;
        location.Check(!ids.IsUnknown(id), $"names the exercise '{id}', which does not exist.");
        return id;
    };

    /// <summary>An integer within the bounds.</summary>
    public static Func<JsonElement, SourceLocation, int> Number(int least, int most) => (json, location) =>
    {
        var number = 0;
        return location.Check(
            json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number) && number >= least && number <= most,
            $"must be a whole number from {least} to {most}, but is {Shown(json)}.")
                ? number
                : 0;
    };

    /// <summary>A range within the bounds.</summary>
    public static Func<JsonElement, SourceLocation, DoseRange?> Range(int least, int most) => (json, location) =>
    {
        var range = JsonFieldReader.Read(json, location, fields =>
            new DoseRange(fields.Required("min", Number(least, most)), fields.Required("max", Number(least, most))));
        // An invalid bound was read as 0.
        location.Check(
            range is null || range.Min <= range.Max || range.Max == 0, $"must not have a larger min ({range?.Min}) than max ({range?.Max}).");
        return range;
    };

    /// <summary>A boolean.</summary>
    public static bool Flag(JsonElement json, SourceLocation location) =>
        location.Check(json.ValueKind is JsonValueKind.True or JsonValueKind.False, $"must be true or false, but is {Shown(json)}.")
        && json.GetBoolean();

    /// <summary>The JSON name of an enum value.</summary>
    public static T Word<T>(JsonElement json, SourceLocation location)
        where T : struct, Enum
    {
        var value = json.ValueKind == JsonValueKind.String ? EnumNames.Find<T>(json.GetString()) : null;
        location.Check(value is not null, $"must be one of {string.Join(", ", EnumNames.All<T>())}, but is {Shown(json)}.");
        return value.GetValueOrDefault();
    }

    /// <summary>The origin: the letter of an article, or <c>own</c>.</summary>
    public static string Source(JsonElement json, SourceLocation location)
    {
        var source = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        location.Check(source is "A" or "B" or "C" or "D" or "E" or "own", $"must be one of A, B, C, D, E, own, but is {Shown(json)}.");
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
