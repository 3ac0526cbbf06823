using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace StretchChallenge.Domain.Text;

/// <summary>Properties of characters that .NET does not know, from Unicode's data files (see <c>Text/Data/README.md</c>).</summary>
internal static class UnicodeData
{
    private static readonly Lazy<CodePointSet> DefaultIgnorable = new(() => CodePointSet.Read("default-ignorable"));
    private static readonly Lazy<CodePointSet> VariationSelectors = new(() => CodePointSet.Read("variation-selectors"));
    private static readonly Lazy<CodePointSet> Blank = new(() => CodePointSet.Read("blank"));
    private static readonly Lazy<CodePointSet> Joining = new(() => CodePointSet.Read("joining"));
    private static readonly Lazy<FrozenDictionary<int, string>> FullFoldings = new(() => ReadMapping("full-case-folding"));
    private static readonly Lazy<FrozenDictionary<int, string>> Confusables = new(() => ReadMapping("confusables"));

    /// <summary>Whether the character is shown as nothing at all: <c>Default_Ignorable_Code_Point</c>, and format characters.</summary>
    public static bool IsInvisible(Rune rune) =>
        DefaultIgnorable.Value.Contains(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>Whether the character selects a form of the one before it.</summary>
    public static bool IsVariationSelector(Rune rune) => VariationSelectors.Value.Contains(rune);

    /// <summary>Whether the character is a symbol or letter by its category, but shown as an empty place.</summary>
    public static bool IsBlank(Rune rune) => Blank.Value.Contains(rune);

    /// <summary>Whether the character's form can depend on a joiner beside it: letters of Arabic, Indic and similar scripts.</summary>
    public static bool IsJoining(Rune rune) => Joining.Value.Contains(rune);

    /// <summary>The character's case folding; it may have several characters.</summary>
    /// <remarks>Simple foldings are .NET's own: lower case of the upper case.</remarks>
    public static string FoldCase(Rune rune) =>
        FullFoldings.Value.GetValueOrDefault(rune.Value)
        ?? Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString();

    /// <summary>The text that the character is easily taken for (the prototype of UTS #39); null when it is its own.</summary>
    public static string? PrototypeOf(Rune rune) => Confusables.Value.GetValueOrDefault(rune.Value);

    /// <summary>The lines of an extract without its comments.</summary>
    public static IEnumerable<string> ReadLines(string name)
    {
        using var stream = typeof(UnicodeData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>A code point as the files write it.</summary>
    public static int Parse(ReadOnlySpan<char> hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    // Lines such as "00DF;0073 0073".
    private static FrozenDictionary<int, string> ReadMapping(string name) => ReadLines(name)
        .Select(line => line.Split(';'))
        .ToFrozenDictionary(
            parts => Parse(parts[0]),
            parts => string.Concat(parts[1].Split(' ').Select(target => char.ConvertFromUtf32(Parse(target)))));
}

/// <summary>A set of code points, as ranges in ascending order.</summary>
/// <param name="starts">The first of each range.</param>
/// <param name="ends">The last of each range.</param>
internal sealed class CodePointSet(int[] starts, int[] ends)
{
    /// <summary>Reads an extract with lines such as <c>00AD</c> and <c>115F..1160</c>.</summary>
    public static CodePointSet Read(string name)
    {
        List<int> starts = [];
        List<int> ends = [];
        foreach (var (start, end) in UnicodeData.ReadLines(name).Select(ToRange).OrderBy(range => range.Start))
        {
            // An extract of several properties may name a character twice.
            if (ends.Count > 0 && start <= ends[^1])
            {
                ends[^1] = Math.Max(ends[^1], end);
            }
            else
            {
                starts.Add(start);
                ends.Add(end);
            }
        }

        return new CodePointSet([.. starts], [.. ends]);
    }

    /// <summary>Whether the set has the character.</summary>
    public bool Contains(Rune rune)
    {
        var index = Array.BinarySearch(starts, rune.Value);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && rune.Value <= ends[index];
    }

    private static (int Start, int End) ToRange(string line)
    {
        var bounds = line.Split("..");
        return (UnicodeData.Parse(bounds[0]), UnicodeData.Parse(bounds[^1]));
    }
}
