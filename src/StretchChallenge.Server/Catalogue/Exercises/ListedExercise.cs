using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An exercise with the text that a search looks through.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="words">What its muscles and its equipment are called, where that is not their word in the data.</param>
internal sealed class ListedExercise(Exercise exercise, IReadOnlyDictionary<string, string> words)
{
    private readonly string _text = SearchText.Plain(string.Join(
        ' ',
        [
            exercise.Name,
            .. exercise.OtherNames,
            .. exercise.Muscles.Select(WireWord.Of).Select(word => words.GetValueOrDefault(word, word)),
            .. exercise.Equipment.Select(WireWord.Of).Select(word => words.GetValueOrDefault(word, word)),
            .. exercise.Steps,
        ]));

    /// <summary>The exercise.</summary>
    public Exercise Exercise => exercise;

    /// <summary>Whether a word of <see cref="SearchText.Words" />, or a part of one, occurs.</summary>
    public bool Mentions(string word) => _text.Contains(word, StringComparison.Ordinal);
}
