using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Reminders;

/// <summary>A stored reminder: calls of one grain at a first instant and then again after each period.</summary>
/// <param name="GrainId">The grain that is called.</param>
/// <param name="GrainHash">The hash of the grain's id, by which Orleans distributes reminders over the silos.</param>
/// <param name="Name">The reminder's name, unique within its grain.</param>
/// <param name="StartsAt">The first call.</param>
/// <param name="Period">The time between two calls, in whole milliseconds.</param>
/// <param name="ETag">The version of the row; the store sets a new one at every save.</param>
public sealed record ReminderRecord(
    string GrainId, uint GrainHash, string Name, DateTimeOffset StartsAt, TimeSpan Period, string ETag);

/// <summary>The table <c>reminders</c>, for Orleans' <c>IReminderTable</c>. Each call is one transaction.</summary>
public interface IReminderStore
{
    /// <summary>The reminders of one grain.</summary>
    Task<ImmutableArray<ReminderRecord>> LoadAsync(string grainId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The reminders of the grains whose hash is in (<paramref name="begin" />, <paramref name="end" />]. When
    /// <paramref name="begin" /> is not below <paramref name="end" />, the range wraps around: all hashes above the first or
    /// up to the second. Equal bounds mean the whole ring.
    /// </summary>
    Task<ImmutableArray<ReminderRecord>> LoadRangeAsync(uint begin, uint end, CancellationToken cancellationToken = default);

    /// <summary>One reminder; null when it does not exist.</summary>
    Task<ReminderRecord?> FindAsync(string grainId, string name, CancellationToken cancellationToken = default);

    /// <summary>Inserts the reminder, or replaces the one of its name; returns the row's new etag.</summary>
    Task<string> SaveAsync(ReminderRecord reminder, CancellationToken cancellationToken = default);

    /// <summary>Deletes the reminder; returns false when it does not exist or has another etag.</summary>
    Task<bool> RemoveAsync(string grainId, string name, string etag, CancellationToken cancellationToken = default);

    /// <summary>Deletes all reminders; for tests.</summary>
    Task ClearAsync(CancellationToken cancellationToken = default);
}

/// <inheritdoc cref="IReminderStore" />
internal sealed class ReminderStore(LedgerDatabase database) : IReminderStore
{
    private const string Columns = "grain_id, grain_hash, name, starts_at, period_ms, etag";

    /// <inheritdoc />
    public Task<ImmutableArray<ReminderRecord>> LoadAsync(string grainId, CancellationToken cancellationToken = default) =>
        QueryAsync("grain_id = @grainId", new { grainId }, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<ReminderRecord>> LoadRangeAsync(uint begin, uint end, CancellationToken cancellationToken = default) =>
        QueryAsync(
            begin < end ? "grain_hash > @begin AND grain_hash <= @end" : "grain_hash > @begin OR grain_hash <= @end",
            new { begin = (long)begin, end = (long)end },
            cancellationToken);

    /// <inheritdoc />
    public async Task<ReminderRecord?> FindAsync(string grainId, string name, CancellationToken cancellationToken = default) =>
        (await QueryAsync("grain_id = @grainId AND name = @name", new { grainId, name }, cancellationToken)).SingleOrDefault();

    /// <inheritdoc />
    public async Task<string> SaveAsync(ReminderRecord reminder, CancellationToken cancellationToken = default)
    {
        // Random, so that the etag of a deleted row never matches a later row of the same name.
        var etag = Guid.NewGuid().ToString("N");
        await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                $"""
                INSERT INTO reminders ({Columns}) VALUES (@GrainId, @hash, @Name, @StartsAt, @period, @etag)
                ON CONFLICT (grain_id, name) DO UPDATE SET
                    grain_hash = excluded.grain_hash,
                    starts_at = excluded.starts_at,
                    period_ms = excluded.period_ms,
                    etag = excluded.etag
                """,
                new
                {
                    reminder.GrainId,
                    hash = (long)reminder.GrainHash,
                    reminder.Name,
                    reminder.StartsAt,
                    period = (long)reminder.Period.TotalMilliseconds,
                    etag,
                }),
            cancellationToken);
        return etag;
    }

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(string grainId, string name, string etag, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                "DELETE FROM reminders WHERE grain_id = @grainId AND name = @name AND etag = @etag", new { grainId, name, etag }),
            cancellationToken) == 1;

    /// <inheritdoc />
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        database.WriteAsync(transaction => transaction.ExecuteAsync("DELETE FROM reminders"), cancellationToken);

    private async Task<ImmutableArray<ReminderRecord>> QueryAsync(string condition, object values, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            read => read.QueryAsync<ReminderRow>($"SELECT {Columns} FROM reminders WHERE {condition}", values), cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private sealed class ReminderRow
    {
        public string GrainId { get; init; } = "";

        public long GrainHash { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset StartsAt { get; init; }

        public long PeriodMs { get; init; }

        public string Etag { get; init; } = "";

        public ReminderRecord ToRecord() =>
            new(GrainId, (uint)GrainHash, Name, StartsAt, TimeSpan.FromMilliseconds(PeriodMs), Etag);
    }
}
