namespace StretchChallenge.Storage.Database;

/// <summary>
/// A search for a part of a text in any case. Both cases are tried, because SQLite knows only those of ASCII: its LIKE does the
/// rest.
/// </summary>
/// <param name="Lower">The pattern in lower case; null to search nothing.</param>
/// <param name="Upper">The pattern in upper case.</param>
internal sealed record SearchPattern(string? Lower, string? Upper)
{
    /// <summary>The pattern of what was typed.</summary>
    public static SearchPattern Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new SearchPattern(null, null);
        }

        var literal = LiteralOf(typed.Trim());
        return new SearchPattern($"%{literal.ToLowerInvariant()}%", $"%{literal.ToUpperInvariant()}%");
    }

    /// <summary>The condition on these columns, with its AND; empty when nothing is searched.</summary>
    public string In(params ReadOnlySpan<string> columns)
    {
        if (Lower is null)
        {
            return "";
        }

        var conditions = new List<string>();
        foreach (var column in columns)
        {
            conditions.Add($@"LOWER({column}) LIKE @Lower ESCAPE '\' OR UPPER({column}) LIKE @Upper ESCAPE '\'");
        }

        return $" AND ({string.Join(" OR ", conditions)})";
    }

    /// <summary>The text without a meaning for <c>LIKE</c> with <c>ESCAPE '\'</c>.</summary>
    public static string LiteralOf(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
