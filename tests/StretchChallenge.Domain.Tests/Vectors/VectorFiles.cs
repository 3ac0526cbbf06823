using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One case of a vector file; its name is the test's name. A fault says why the file or the case could not be read.</summary>
public sealed class VectorCase : IXunitSerializable
{
    [Obsolete("For the test framework.", error: true)]
    public VectorCase()
    {
    }

    internal VectorCase(string file, string name, string json, string? fault = null)
    {
        File = file;
        Name = name;
        Json = json;
        Fault = fault;
    }

    public string File { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Json { get; private set; } = "";

    public string? Fault { get; private set; }

    public void Deserialize(IXunitSerializationInfo info)
    {
        File = info.GetValue<string>(nameof(File));
        Name = info.GetValue<string>(nameof(Name));
        Json = info.GetValue<string>(nameof(Json));
        Fault = info.GetValue<string?>(nameof(Fault));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Json), Json);
        info.AddValue(nameof(Fault), Fault);
    }

    public override string ToString() => $"{File}: {Name}";
}

/// <summary>Reads the vector files; a file that cannot be read becomes a case that fails under the file's name.</summary>
internal static class VectorFiles
{
    private const string FurtherFolder = "STRETCH_VECTORS";

    public static IEnumerable<VectorCase> All()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "vectors");
        var further = Environment.GetEnvironmentVariable(FurtherFolder);
        return string.IsNullOrEmpty(further) ? ReadFolder(own) : ReadFolder(own).Concat(ReadFolder(further));
    }

    public static IEnumerable<VectorCase> ReadFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
        return files.Length == 0
            ? [new VectorCase(folder, "folder", "", "There are no vector files here.")]
            : files.Order(StringComparer.Ordinal).SelectMany(ReadFile);
    }

    private static IEnumerable<VectorCase> ReadFile(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            var cases = JsonNode.Parse(File.ReadAllText(path)) as JsonArray
                ?? throw new JsonException("The file is not an array of cases.");
            return cases.Select((node, index) => ReadCase(file, index, node)).ToArray();
        }
        catch (JsonException exception)
        {
            return [new VectorCase(file, "file", "", exception.Message)];
        }
    }

    private static VectorCase ReadCase(string file, int index, JsonNode? node) =>
        node is JsonObject { } fields && fields["name"] is JsonValue value && value.TryGetValue<string>(out var name)
            ? new VectorCase(file, name, fields.ToJsonString())
            : new VectorCase(file, $"case {index}", "", "The case is not an object with a name.");
}
