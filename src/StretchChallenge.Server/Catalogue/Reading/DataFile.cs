using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Opens a data file: JSON, with comments and trailing commas, in which a list of entries stands.</summary>
internal static partial class DataFile
{
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The entries; null where there are none to be read, which is noted as a fault.</summary>
    public static JsonElement[]? Open(string text, FaultPlace file)
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
            file.Fault(Describe(exception, text));
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

    // Where the text was cut inside a word or a number, the parser only says where it stopped.
    private static bool IsEnd(JsonException exception, int line, string[] lines) =>
        exception.Message.Contains("reached end of data", StringComparison.Ordinal)
        || line > lines.Length
        || (line == lines.Length && exception.BytePositionInLine >= Encoding.UTF8.GetByteCount(lines[^1]));

    // The first sentence; the others are for programmers. A full stop in quotes ends nothing.
    [GeneratedRegex(@"^('.'|[^.])*\.?")]
    private static partial Regex Reason();
}
