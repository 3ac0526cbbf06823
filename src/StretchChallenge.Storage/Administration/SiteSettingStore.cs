using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Administration;

/// <summary>What administrators set for the whole site: a JSON object for each name.</summary>
public interface ISiteSettingStore
{
    /// <summary>Returns the value; null when it was never set.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Saves a value; the audit log gets it as the detail of <paramref name="action" />.</summary>
    Task SaveAsync(string name, string value, string action, AuditActor by, CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class SiteSettingStore(LedgerDatabase database) : ISiteSettingStore
{
    /// <inheritdoc />
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken = default) => database.ReadAsync(
        session => session.FindAsync<string>("SELECT value FROM site_settings WHERE name = @name", new { name }), cancellationToken);

    /// <inheritdoc />
    public Task SaveAsync(string name, string value, string action, AuditActor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO site_settings (name, value) VALUES (@name, @value)
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """,
                    new { name, value });
                return await AuditTables.RecordAsync(session, by.Entry(action, detail: value));
            },
            cancellationToken);
}
