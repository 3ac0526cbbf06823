using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>
/// Private health data, encrypted by the caller: the safety answer, one per person, and the results of self-tests. It is
/// deleted with the account.
/// </summary>
public interface IHealthRecordStore
{
    /// <summary>Returns the encrypted safety answer; null when there is none.</summary>
    Task<byte[]?> FindSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the safety answer atomically, also across nodes; returns false when the account does not exist.
    /// </summary>
    /// <param name="owner">Whose answer it is.</param>
    /// <param name="change">Computes the new answer from the current one (null when there is none); a null result changes nothing.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<bool> ChangeSafetyAnswerAsync(UserId owner, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken = default);

    /// <summary>Deletes the safety answer, if there is one.</summary>
    Task DeleteSafetyAnswerAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>Returns the encrypted results of a person's self-tests, in no particular order.</summary>
    Task<ImmutableArray<SealedSelfTest>> LoadSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default);

    /// <summary>Adds a result if the person has fewer than <paramref name="most" />, also with concurrent calls.</summary>
    Task<SelfTestAddition> AddSelfTestAsync(UserId owner, SealedSelfTest result, int most, CancellationToken cancellationToken = default);

    /// <summary>Deletes one result; returns false when the person has none with this id.</summary>
    Task<bool> DeleteSelfTestAsync(UserId owner, string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes all results of a person's self-tests.</summary>
    Task DeleteSelfTestsAsync(UserId owner, CancellationToken cancellationToken = default);
}

/// <summary>The encrypted result of a self-test.</summary>
/// <param name="Id">Its id, which reveals nothing.</param>
/// <param name="Sealed">The encrypted result.</param>
public sealed record SealedSelfTest(string Id, byte[] Sealed);

/// <summary>The result of adding a self-test.</summary>
public enum SelfTestAddition
{
    /// <summary>It is stored.</summary>
    Added,

    /// <summary>Refused: the person has the most results allowed.</summary>
    Full,

    /// <summary>Refused: the account does not exist.</summary>
    NoAccount,
}

/// <summary>The table <c>health_records</c>: the safety answer has a fixed id; every other record is a self-test.</summary>
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
                if (!await AccountTable.LockAsync(session, owner))
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
                if (!await AccountTable.LockAsync(session, owner))
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

    private static Task<byte[]?> FindSafetyAnswerAsync(LedgerSession session, UserId owner) =>
        session.FindAsync<byte[]>($"SELECT sealed FROM health_records WHERE {OfSafety}", new { owner });

    private async Task<int> DeleteAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var deleted = await database.WriteAsync(
            session => session.ExecuteAsync($"DELETE FROM health_records WHERE {condition}", parameters),
            cancellationToken);
        await database.EraseDeletedAsync(cancellationToken);
        return deleted;
    }
}

/// <summary>A row of <c>health_records</c>.</summary>
internal sealed class HealthRecordRow
{
    public string RecordId { get; init; } = "";

    public byte[] Sealed { get; init; } = [];
}
