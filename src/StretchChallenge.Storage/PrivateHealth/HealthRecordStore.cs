using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>Private health data in the database. The safety answer has a fixed id; every other record is a self-test.</summary>
internal sealed class HealthRecordStore(LedgerDatabase database) : IHealthRecordStore
{
    private const string OfSafety = "user_id = @owner AND record_id = 'safety'";
    private const string OfSelfTests = "user_id = @owner AND record_id <> 'safety'";

    /// <inheritdoc />
    public Task<byte[]?> FindSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => FindSafetyAnswerAsync(session, owner), cancellationToken);

    /// <inheritdoc />
    public Task<bool> ChangeSafetyAnswerAsync(UserId owner, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                if (!await LockAsync(session, owner))
                {
                    return false;
                }

                if (change(await FindSafetyAnswerAsync(session, owner)) is { } changed)
                {
                    await session.ExecuteAsync(
                        """
                        INSERT INTO health_records (user_id, record_id, sealed) VALUES (@owner, 'safety', @changed)
                        ON CONFLICT (user_id, record_id) DO UPDATE SET sealed = excluded.sealed
                        """,
                        new { owner, changed });
                }

                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task DeleteSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default) =>
        DeleteAsync(OfSafety, new { owner }, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<SealedSelfTest>> LoadSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<HealthRecordRow>($"SELECT record_id, sealed FROM health_records WHERE {OfSelfTests}", new { owner }),
            cancellationToken);
        return [.. rows.Select(row => new SealedSelfTest(row.RecordId, row.Sealed))];
    }

    /// <inheritdoc />
    public Task<SelfTestAddition> AddSelfTestAsync(
        UserId owner,
        SealedSelfTest result,
        int most,
        CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                if (!await LockAsync(session, owner))
                {
                    return SelfTestAddition.NoAccount;
                }

                if (await session.FindAsync<int>($"SELECT COUNT(*) FROM health_records WHERE {OfSelfTests}", new { owner }) >= most)
                {
                    return SelfTestAddition.Full;
                }

                await session.ExecuteAsync(
                    "INSERT INTO health_records (user_id, record_id, sealed) VALUES (@owner, @Id, @Sealed)",
                    new { owner, result.Id, result.Sealed });
                return SelfTestAddition.Added;
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> DeleteSelfTestAsync(UserId owner, string id, CancellationToken cancellationToken = default) =>
        await DeleteAsync($"{OfSelfTests} AND record_id = @id", new { owner, id }, cancellationToken) > 0;

    /// <inheritdoc />
    public Task DeleteSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default) =>
        DeleteAsync(OfSelfTests, new { owner }, cancellationToken);

    // Both engines hold a row that was written until the transaction ends: a person's changes wait for each other.
    private static async Task<bool> LockAsync(LedgerSession session, UserId owner) =>
        await session.ExecuteAsync("UPDATE accounts SET created_at = created_at WHERE id = @owner", new { owner }) == 1;

    private static Task<byte[]?> FindSafetyAnswerAsync(LedgerSession session, UserId owner) =>
        session.FindAsync<byte[]>($"SELECT sealed FROM health_records WHERE {OfSafety}", new { owner });

    private Task<int> DeleteAsync(string condition, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync($"DELETE FROM health_records WHERE {condition}", parameters),
            cancellationToken);
}
