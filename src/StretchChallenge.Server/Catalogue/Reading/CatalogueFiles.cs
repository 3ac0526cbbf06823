using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>The texts of the data files, by name.</summary>
internal sealed class CatalogueFiles(ImmutableDictionary<string, string> texts)
{
    /// <summary>The library of routines.</summary>
    public const string Routines = "routines.json";

    /// <summary>The eight weeks.</summary>
    public const string Programme = "programme.json";

    /// <summary>All files, in the order in which they are read.</summary>
    public static ImmutableArray<string> All { get; } = ["stretches.json", "core.json", "warm-ups.json", "own.json", Routines, Programme];

    /// <summary>The files with exercises.</summary>
    public static ImmutableArray<string> Exercises { get; } = All[..^2];

    /// <summary>The text of a file.</summary>
    public string this[string name] => texts[name];

    /// <summary>The files that are part of the program.</summary>
    public static CatalogueFiles Embedded() => new(All.ToImmutableDictionary(name => name, ReadEmbedded));

    /// <summary>The same files with another text in one.</summary>
    public CatalogueFiles With(string name, string text) => new(texts.SetItem(name, text));

    private static string ReadEmbedded(string name)
    {
        using var stream = typeof(CatalogueFiles).Assembly.GetManifestResourceStream($"Catalogue.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
