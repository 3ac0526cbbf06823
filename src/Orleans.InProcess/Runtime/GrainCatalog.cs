using System.Collections.Concurrent;
using System.Collections.Frozen;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>The grain classes, by type name and by the interfaces they implement.</summary>
internal sealed class GrainCatalog
{
    private readonly FrozenDictionary<string, GrainClass> _classes;
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> _implementations = new();

    public GrainCatalog(IEnumerable<Type> grainClasses) =>
        _classes = grainClasses.Select(type => new GrainClass(type)).ToFrozenDictionary(c => c.TypeName);

    /// <summary>Returns the class of the grain with an identity.</summary>
    /// <exception cref="OrleansException">There is none: the identity is an observer's, and the observer is gone.</exception>
    public GrainClass GetClass(GrainId grainId) => _classes.TryGetValue(grainId.TypeName, out var grainClass)
        ? grainClass
        : throw new OrleansException($"{grainId} cannot be called: it was deleted.");

    /// <summary>Returns the class that implements an interface.</summary>
    /// <exception cref="ArgumentException">None does, or more than one.</exception>
    public GrainClass GetImplementation(Type grainInterface, string? classNamePrefix) =>
        _implementations.GetOrAdd((grainInterface, classNamePrefix), FindImplementation);

    private GrainClass FindImplementation((Type Interface, string? Prefix) key)
    {
        var candidates = _classes.Values
            .Where(c => c.Implements(key.Interface))
            .Where(c => key.Prefix is null || c.FullName.StartsWith(key.Prefix, StringComparison.Ordinal))
            .ToList();
        return candidates switch
        {
            [var single] => single,
            [] => throw new ArgumentException($"No grain class implements {key.Interface}."),
            _ => throw new ArgumentException(
                $"{key.Interface} is implemented by {string.Join(", ", candidates.Select(c => c.FullName))}."),
        };
    }
}
