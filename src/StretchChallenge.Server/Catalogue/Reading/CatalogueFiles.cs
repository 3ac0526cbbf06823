using System.Collections.Immutable;
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

    /// <summary>The languages besides English, each a folder with the words of all entries.</summary>
    public static ImmutableArray<string> Languages { get; } = ["de"];

    /// <summary>All files, in the order in which they are read.</summary>
    public static ImmutableArray<string> All { get; } =
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

    /// <summary>The name of the file that has the words for another in a language.</summary>
    public static string In(string language, string name) => $"{language}/{name}";

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
