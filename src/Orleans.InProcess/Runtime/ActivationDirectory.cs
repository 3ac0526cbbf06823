using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Knows the one actor of each identity: activations, made when asked for, and observers, added by hand.</summary>
internal sealed class ActivationDirectory(GrainCatalog catalog, Silo silo)
{
    private readonly ConcurrentDictionary<GrainId, Actor> _actors = new();

    /// <summary>All actors, without a lock: some may come or go meanwhile.</summary>
    public IEnumerable<Actor> Actors => _actors.Select(pair => pair.Value);

    /// <summary>Those of them that are activations.</summary>
    public IEnumerable<Activation> Activations => Actors.OfType<Activation>();

    /// <summary>Returns the actor with an identity, a new activation if there is none.</summary>
    /// <exception cref="OrleansException">It is an observer's identity, and the observer is gone.</exception>
    public Actor GetOrCreate(GrainId grainId) =>
        _actors.TryGetValue(grainId, out var actor)
            ? actor
            : _actors.GetOrAdd(grainId, id => new Activation(id, catalog.GetClass(id), silo));

    public void Add(LocalObserver observer) => _actors.TryAdd(observer.GrainId, observer);

    /// <summary>Removes an observer; false if it was gone already.</summary>
    public bool RemoveObserver(GrainId grainId) =>
        _actors.TryGetValue(grainId, out var actor) && actor is LocalObserver && _actors.TryRemove(new(grainId, actor));

    /// <summary>Removes an activation, unless another has taken its place.</summary>
    public void Remove(Activation activation) => _actors.TryRemove(new(activation.GrainId, activation));
}
