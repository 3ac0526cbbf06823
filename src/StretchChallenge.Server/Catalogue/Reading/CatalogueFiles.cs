using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text;
using StretchChallenge.Server.Catalogue.Reading.Translations;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>The texts of the data files, by name.</summary>
internal sealed class CatalogueFiles(ImmutableDictionary<string, string> texts)
{
    /// <summary>The library of routines.</summary>
    public const string Routines = "routines.json";

    /// <summary>The eight weeks.</summary>
    public const string Programme = "programme.json";

    /// <summary>The files with exercises.</summary>
    public static ImmutableArray<string> Exercises { get; } = ["stretches.json", "core.json", "warm-ups.json", "own.json"];

    private const string Prefix = "Catalogue.";

    /// <summary>The languages besides English: each is a folder with the texts of all entries.</summary>
    public ImmutableArray<string> Languages { get; } =
    [
        .. from name in texts.Keys
           where name.EndsWith($"/{TranslationReader.Words}", StringComparison.Ordinal)
           orderby name
           select name[..name.IndexOf('/', StringComparison.Ordinal)],
    ];

    /// <summary>All files, in the order in which they are read.</summary>
    public ImmutableArray<string> All =>
    [
        .. Exercises,
        Routines,
        Programme,
        .. from language in Languages
           from name in Exercises.Add(Routines).Add(Programme).Add(TranslationReader.Words)
           select In(language, name),
    ];

    /// <summary>The text of a file.</summary>
    public string this[string name] => texts[name];

    /// <summary>The name of the file with the texts of another file in a language.</summary>
    public static string In(string language, string name) => $"{language}/{name}";

    /// <summary>The files that are embedded in the program.</summary>
    public static CatalogueFiles Embedded() => new(typeof(CatalogueFiles).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
        .ToImmutableDictionary(resource => resource[Prefix.Length..], ReadEmbedded));

    /// <summary>The same files with the text of one replaced.</summary>
    public CatalogueFiles With(string name, string text) => new(texts.SetItem(name, text));

    private static string ReadEmbedded(string resource)
    {
        using var stream = typeof(CatalogueFiles).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Parses a data file: a JSON array of entries, with comments and trailing commas allowed.</summary>
internal static partial class DataFile
{
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The entries; null, with an error recorded, if the file cannot be parsed.</summary>
    public static JsonElement[]? Open(string text, SourceLocation file)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Format);
            return file.Check(document.RootElement.ValueKind == JsonValueKind.Array, "must be a list of entries: [ … ].")
                ? [.. document.RootElement.EnumerateArray().Select(entry => entry.Clone())]
                : null;
        }
        catch (JsonException exception)
        {
            file.AddError(Describe(exception, text));
            return null;
        }
    }

    private static string Describe(JsonException exception, string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var line = (int)(exception.LineNumber ?? 0) + 1;
        return text.Trim().Length == 0 ? "is empty."
            : IsEnd(exception, line, lines) ? $"ends too early, in line {lines.Length}: something is not closed."
            : $"is not JSON, in line {line}, character {exception.BytePositionInLine + 1}: {Reason().Match(exception.Message).Value}";
    }

    // If the text ends inside a literal, the parser reports only where it stopped.
    private static bool IsEnd(JsonException exception, int line, string[] lines) =>
        exception.Message.Contains("reached end of data", StringComparison.Ordinal)
        || line > lines.Length
        || (line == lines.Length && exception.BytePositionInLine >= Encoding.UTF8.GetByteCount(lines[^1]));

    // The first sentence of the message; the rest is of no use to an editor. A full stop in quotes does not end it.
    [GeneratedRegex(@"^('.'|[^.])*\.?")]
    private static partial Regex Reason();
}
