using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Hosting;

/// <summary>Data Protection's keys in the database.</summary>
internal sealed class KeyStore(LedgerDatabase database) : IKeyStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<string>> LoadAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => session.QueryAsync<string>("SELECT element FROM data_protection_keys"), cancellationToken);

    /// <inheritdoc />
    public Task AddAsync(string friendlyName, string element, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO data_protection_keys (id, friendly_name, element) VALUES (@id, @friendlyName, @element)",
                new { id = Guid.NewGuid().ToString("N"), friendlyName, element }),
            cancellationToken);
}
