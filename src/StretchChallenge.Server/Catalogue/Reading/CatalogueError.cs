using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>An error in a data file, worded for the person who edits it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Entry">The id of the entry, or its number in the file; empty if the whole file is meant.</param>
/// <param name="Field">The field, such as <c>dose.hold.min</c> or <c>steps #2</c>; empty if the whole entry is meant.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record CatalogueError(string File, string Entry, string Field, string Message)
{
    /// <summary>File, entry, field and message in one line.</summary>
    public override string ToString() =>
        $"{string.Join(", ", new[] { File, Entry, Field }.Where(part => part.Length > 0))}: {Message}";
}

/// <summary>The data files have errors. The server does not start then.</summary>
public sealed class CatalogueException(ImmutableArray<CatalogueError> errors)
    : Exception($"The catalogue's data files have faults:\n{string.Join('\n', errors.Select(error => $"  {error}"))}")
{
    /// <summary>All errors.</summary>
    public ImmutableArray<CatalogueError> Errors => errors;
}

/// <summary>A location in a data file to which an error can be attached.</summary>
/// <param name="Errors">The errors found so far in all files.</param>
/// <param name="File">The file's name.</param>
/// <param name="Entry">The id of the entry, or its number in the file.</param>
/// <param name="Field">The path of the field inside the entry.</param>
internal sealed record SourceLocation(List<CatalogueError> Errors, string File, string Entry = "", string Field = "")
{
    /// <summary>The location of a field inside this one.</summary>
    public SourceLocation In(string name) => this with { Field = Field.Length == 0 ? name : $"{Field}.{name}" };

    /// <summary>The location of a list item at this location, by its index.</summary>
    public SourceLocation Item(int index) => this with { Field = $"{Field} #{index + 1}" };

    /// <summary>Adds an error.</summary>
    public void AddError(string message) => Errors.Add(new CatalogueError(File, Entry, Field, message));

    /// <summary>Adds an error if the condition does not hold, and returns whether it holds.</summary>
    public bool Check(bool holds, string message)
    {
        if (!holds)
        {
            AddError(message);
        }

        return holds;
    }
}
