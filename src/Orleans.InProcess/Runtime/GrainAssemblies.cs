using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.InProcess;

/// <summary>
/// Finds grain classes in the application's assemblies that reference this runtime, loaded or not: a host that calls
/// grains by their interfaces alone never loads the assembly of their classes by itself.
/// </summary>
internal static class GrainAssemblies
{
    private static readonly string Runtime = typeof(GrainAssemblies).Assembly.GetName().Name!;

    private static readonly Lazy<IReadOnlyList<Type>> Classes = new(() => [.. FindGrainClasses()]);

    /// <summary>All concrete grain classes.</summary>
    public static IReadOnlyList<Type> GrainClasses => Classes.Value;

    private static IEnumerable<Type> FindGrainClasses()
    {
        foreach (var path in ApplicationFiles().Where(ReferencesRuntime))
        {
            Assembly.Load(AssemblyName.GetAssemblyName(path));
        }

        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == Runtime))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false })
            .Where(typeof(IGrain).IsAssignableFrom);
    }

    private static IEnumerable<string> ApplicationFiles() =>
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? string.Empty)
        .Split(Path.PathSeparator)
        .Where(path => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));

    private static bool ReferencesRuntime(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return false;
        }

        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle).Name)
            .Any(name => metadata.StringComparer.Equals(name, Runtime));
    }
}
