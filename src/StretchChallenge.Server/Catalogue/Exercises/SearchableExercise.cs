using System.Globalization;
using System.Text;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An exercise with the text that is searched.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="words">Names of muscles and equipment where they differ from the words in the data files.</param>
internal sealed class SearchableExercise(Exercise exercise, IReadOnlyDictionary<string, string> words)
{
    private readonly string _text = SearchText.Plain(string.Join(
        ' ',
        [
            exercise.Name,
            .. exercise.OtherNames,
            .. exercise.Muscles.Select(EnumNames.Of).Select(word => words.GetValueOrDefault(word, word)),
            .. exercise.Equipment.Select(EnumNames.Of).Select(word => words.GetValueOrDefault(word, word)),
            .. exercise.Steps,
        ]));

    /// <summary>The exercise.</summary>
    public Exercise Exercise => exercise;

    /// <summary>Whether the text contains a word of <see cref="SearchText.Words" />.</summary>
    public bool Contains(string word) => _text.Contains(word, StringComparison.Ordinal);
}

/// <summary>Normalizes text for a search: lower case, without accents, letters and digits only.</summary>
internal static class SearchText
{
    /// <summary>The normalized words of a search.</summary>
    public static string[] Words(string text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The normalized text, with a space for everything that is neither a letter nor a digit.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.Value == 'ß')
            {
                plain.Append("ss");
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
