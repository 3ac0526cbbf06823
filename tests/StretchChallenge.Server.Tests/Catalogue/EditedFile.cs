using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Server.Catalogue.Reading;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>The product's data files with something changed in one, as somebody might who edits it.</summary>
internal static class EditedFile
{
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The files with the value at a path changed, or removed where it is null. A path is made of fields and indexes; an
    /// entry is named by its id, or its index. The index "+" adds an item to a list.
    /// </summary>
    public static CatalogueFiles Change(this CatalogueFiles files, string file, string path, string? json)
    {
        var root = JsonNode.Parse(files[file], null, Format)!;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(root, Step);
        if (parent is JsonArray list)
        {
            ChangeItem(list, parts[^1], json);
        }
        else if (json is null)
        {
            Assert.True(parent.AsObject().Remove(parts[^1]));
        }
        else
        {
            parent[parts[^1]] = JsonNode.Parse(json);
        }

        return files.With(file, root.ToJsonString());
    }

    /// <summary>The faults of the files; none where they can be read.</summary>
    public static IReadOnlyList<CatalogueError> Faults(this CatalogueFiles files)
    {
        try
        {
            CatalogueReader.Read(files);
            return [];
        }
        catch (CatalogueException exception)
        {
            return exception.Errors;
        }
    }

    private static void ChangeItem(JsonArray list, string part, string? json)
    {
        if (part == "+")
        {
            list.Add(JsonNode.Parse(json!));
        }
        else if (json is null)
        {
            list.RemoveAt(IndexOf(list, part));
        }
        else
        {
            list[IndexOf(list, part)] = JsonNode.Parse(json);
        }
    }

    private static JsonNode Step(JsonNode node, string part) => node is JsonArray list ? list[IndexOf(list, part)]! : node[part]!;

    private static int IndexOf(JsonArray list, string part) => int.TryParse(part, out var index)
        ? index
        : list.ToList().FindIndex(entry => (string?)entry!["id"] == part);
}
