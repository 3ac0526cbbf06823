using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Security.Keys;

/// <summary>Data Protection's keys, in the database that all nodes share.</summary>
/// <remarks>The interface is synchronous; it is called at the start and once in many hours, so waiting is harmless.</remarks>
internal sealed class StoredKeys(IKeyStore store) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.LoadAsync().GetAwaiter().GetResult().Select(XElement.Parse)];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) =>
        store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
