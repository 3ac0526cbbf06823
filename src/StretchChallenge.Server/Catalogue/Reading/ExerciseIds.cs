using System.Text.Json;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>
/// The ids that all files together give to exercises, however faulty an exercise is otherwise: a fault in one entry must
/// not look like a fault in all that name it.
/// </summary>
internal sealed class ExerciseIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _someUnreadable;

    /// <summary>Takes the ids of a file; null for one that could not be read.</summary>
    public void Add(JsonElement[]? entries)
    {
        _someUnreadable |= entries is null;
        foreach (var entry in entries ?? [])
        {
            if (IdOf(entry) is { } id)
            {
                _ids.Add(id);
            }
            else
            {
                _someUnreadable = true;
            }
        }
    }

    /// <summary>Whether there is certainly no exercise of this id.</summary>
    public bool Lack(string id) => !_someUnreadable && !_ids.Contains(id);

    /// <summary>The id of an entry; null where it cannot be read.</summary>
    public static string? IdOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
