using System.Reflection;
using System.Xml.Linq;

namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>The sources of the product.</summary>
internal static class SourceTree
{
    public static string Root { get; } = typeof(SourceTree).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Sources").Value!;

    /// <summary>The projects, by name.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects { get; } = Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => XDocument.Load(path), StringComparer.Ordinal);

    /// <summary>The C# sources below a folder, without what builds leave behind, relative to the root.</summary>
    public static IEnumerable<string> Files(string folder = "") => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The names of the projects that a project references itself.</summary>
    public static IEnumerable<string> References(XDocument project) => project.Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
