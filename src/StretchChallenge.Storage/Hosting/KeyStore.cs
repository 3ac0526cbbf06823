using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Data Protection's keys as XML elements, already encrypted; shared by all nodes.</summary>
public interface IKeyStore
{
    /// <summary>Returns all elements, in no particular order.</summary>
    Task<ImmutableArray<string>> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds an element, unless another was added since the caller loaded <paramref name="known" /> elements: of several nodes
    /// that generate a key at once, one succeeds. Returns whether it was added.
    /// </summary>
    Task<bool> AddAsync(string friendlyName, string element, int known, CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class KeyStore(LedgerDatabase database) : IKeyStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<string>> LoadAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => session.QueryAsync<string>("SELECT element FROM data_protection_keys"), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AddAsync(string friendlyName, string element, int known, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                // Any lock that all nodes share would do: without one, two PostgreSQL transactions could count the same rows.
                await database.LockSchemaAsync(session);
                return await session.ExecuteAsync(
                    """
                    INSERT INTO data_protection_keys (id, friendly_name, element)
                    SELECT @id, @friendlyName, @element WHERE (SELECT COUNT(*) FROM data_protection_keys) = @known
                    """,
                    new { id = Guid.NewGuid().ToString("N"), friendlyName, element, known }) == 1;
            },
            cancellationToken);
}
