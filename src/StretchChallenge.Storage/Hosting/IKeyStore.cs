using System.Collections.Immutable;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Data Protection's keys, as the XML elements it writes: shared by every node, encrypted before they come here.</summary>
public interface IKeyStore
{
    /// <summary>All elements, in no particular order.</summary>
    Task<ImmutableArray<string>> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds an element.</summary>
    Task AddAsync(string friendlyName, string element, CancellationToken cancellationToken = default);
}
