namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>An easier or a deeper way to do an exercise.</summary>
/// <param name="Text">What to change.</param>
/// <param name="Exercise">The id of the exercise to do instead, where it is another one.</param>
public sealed record Adaptation(string Text, string? Exercise = null);
