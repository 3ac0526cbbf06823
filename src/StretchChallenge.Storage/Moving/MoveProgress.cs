namespace StretchChallenge.Storage.Moving;

/// <summary>How far a move has come with one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Rows">The rows copied so far.</param>
/// <param name="IsDone">Whether these are all, and the copy holds the same as the source.</param>
public sealed record MoveProgress(string Table, long Rows, bool IsDone);
