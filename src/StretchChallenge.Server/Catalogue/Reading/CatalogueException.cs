using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>The data files have faults: the server does not start with half a catalogue.</summary>
public sealed class CatalogueException(ImmutableArray<CatalogueFault> faults)
    : Exception($"The catalogue's data files have faults:\n{string.Join('\n', faults.Select(fault => $"  {fault}"))}")
{
    /// <summary>All of them.</summary>
    public ImmutableArray<CatalogueFault> Faults => faults;
}
