using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An exercise with the text that a search looks through.</summary>
internal sealed class ListedExercise(Exercise exercise)
{
    private readonly string _text = SearchText.Plain(string.Join(
        ' ',
        [
            exercise.Name,
            .. exercise.OtherNames,
            .. exercise.Muscles.Select(WireWord.Of),
            .. exercise.Equipment.Select(WireWord.Of),
            .. exercise.Steps,
        ]));

    /// <summary>The exercise.</summary>
    public Exercise Exercise => exercise;

    /// <summary>Whether a word of <see cref="SearchText.Words" />, or a part of one, occurs.</summary>
    public bool Mentions(string word) => _text.Contains(word, StringComparison.Ordinal);
}
