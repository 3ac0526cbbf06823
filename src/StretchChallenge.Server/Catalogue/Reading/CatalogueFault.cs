namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>Something wrong in a data file, in words for whoever edits it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Entry">The id of the entry, or its number in the file; empty where the whole file is meant.</param>
/// <param name="Field">The field, such as <c>dose.hold.min</c> or <c>steps #2</c>; empty where the whole entry is meant.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record CatalogueFault(string File, string Entry, string Field, string Message)
{
    /// <summary>All of it in one line.</summary>
    public override string ToString() =>
        $"{string.Join(", ", new[] { File, Entry, Field }.Where(part => part.Length > 0))}: {Message}";
}
