using System.Collections.Immutable;

namespace Orleans.InProcess.Tests.Surface;

/// <summary>
/// What the runtime offers of Orleans' other assemblies (Orleans.Core, Orleans.Runtime,
/// Orleans.Serialization.Abstractions), which cannot be restored here: listed in <c>OtherAssemblies.txt</c>, as read
/// from Orleans' sources.
/// </summary>
internal static class OtherAssemblies
{
    private const string Indent = "    ";

    /// <summary>The lines of each type, by its full name.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Surface = Read();

    private static ImmutableDictionary<string, IReadOnlyList<string>> Read()
    {
        var types = ImmutableDictionary.CreateBuilder<string, IReadOnlyList<string>>();
        List<string> lines = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Surface", "OtherAssemblies.txt")))
        {
            if (line.StartsWith(Indent, StringComparison.Ordinal))
            {
                lines.Add(line[Indent.Length..]);
            }
            else
            {
                types.Add(line, lines = []);
            }
        }

        return types.ToImmutable();
    }
}
