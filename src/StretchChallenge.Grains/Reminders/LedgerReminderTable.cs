using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Storage.Reminders;

namespace StretchChallenge.Grains.Reminders;

/// <summary>Orleans' reminders in the ledger's database: Orleans ships no table for SQLite, so one serves both engines.</summary>
internal sealed class LedgerReminderTable(IReminderStore reminders) : IReminderTable
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task<ReminderTableData> ReadRows(GrainId grainId) => Table(await reminders.LoadAsync(grainId.ToString()));

    /// <inheritdoc />
    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => Table(await reminders.LoadRangeAsync(begin, end));

    /// <inheritdoc />
    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        await reminders.FindAsync(grainId.ToString(), reminderName) is { } reminder ? Entry(reminder) : null;

    /// <inheritdoc />
    public async Task<string?> UpsertRow(ReminderEntry entry) => await reminders.SaveAsync(new ReminderRecord(
        entry.GrainId.ToString(),
        entry.GrainId.GetUniformHashCode(),
        entry.ReminderName,
        new DateTimeOffset(DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc)),
        entry.Period,
        ETag: ""));

    /// <inheritdoc />
    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        reminders.RemoveAsync(grainId.ToString(), reminderName, eTag);

    /// <inheritdoc />
    public Task TestOnlyClearTable() => reminders.ClearAsync();

    private static ReminderTableData Table(IEnumerable<ReminderRecord> reminders) => new(reminders.Select(Entry));

    private static ReminderEntry Entry(ReminderRecord reminder) => new()
    {
        GrainId = GrainId.Parse(reminder.GrainId, CultureInfo.InvariantCulture),
        ReminderName = reminder.Name,
        StartAt = reminder.StartsAt.UtcDateTime,
        Period = reminder.Period,
        ETag = reminder.ETag,
    };
}

/// <summary>Adds reminders to a silo. Nodes without grains need none.</summary>
public static class ReminderServices
{
    /// <summary>How often a node looks for reminders that other nodes registered, moved or removed.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Adds Orleans' reminder service over the ledger's database. The ledger's storage is added before the silo, so that the
    /// schema is there when the service first reads.
    /// </summary>
    public static ISiloBuilder UseLedgerReminders(this ISiloBuilder silo)
    {
        silo.AddReminders();
        silo.Services.AddSingleton<IReminderTable, LedgerReminderTable>();
        silo.Configure<ReminderOptions>(options => options.RefreshReminderListPeriod = Refresh);
        return silo;
    }
}
