using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Orleans.InProcess;

/// <summary>What the runtime has to know of a grain class.</summary>
internal sealed class GrainClass(Type type)
{
    private const string Suffix = "Grain";

    private readonly ObjectFactory _factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);

    /// <summary>The class's full name.</summary>
    public string FullName { get; } = type.FullName!;

    /// <summary>The type name in the identities of its grains: <c>user</c> for <c>UserGrain</c>.</summary>
    public string TypeName { get; } = type.GetCustomAttribute<GrainTypeAttribute>()?.Name ?? DefaultTypeName(type);

    /// <summary>Whether all of its requests may interleave.</summary>
    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute), inherit: true);

    /// <summary>Its own collection age, if it has one.</summary>
    public TimeSpan? CollectionAge { get; } = type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.Limit;

    /// <summary>Whether grains of this class can be called through an interface.</summary>
    public bool Implements(Type grainInterface) => grainInterface.IsAssignableFrom(type);

    public object CreateInstance(IServiceProvider services) => _factory(services, []);

    private static string DefaultTypeName(Type type)
    {
        var name = type.Name;
        return (name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length
            ? name[..^Suffix.Length]
            : name).ToLowerInvariant();
    }
}
