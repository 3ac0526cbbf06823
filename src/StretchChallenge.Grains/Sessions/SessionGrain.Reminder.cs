using Microsoft.Extensions.Logging;

namespace StretchChallenge.Grains.Sessions;

/// <summary>
/// The session's reminder: from 90 s before a planned start it activates the grain once a minute, on any node, until
/// everybody is credited. The grain's own timer keeps the exact instants.
/// </summary>
internal sealed partial class SessionGrain
{
    private const string ReminderName = "session";

    /// <summary>How long before its planned start a session is activated: more than one period, so that one call may be lost.</summary>
    private static readonly TimeSpan ReminderLead = TimeSpan.FromSeconds(90);

    /// <summary>The shortest period that Orleans allows.</summary>
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);

    private bool _hasReminder;

    /// <inheritdoc />
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_session is { SettledAt: null })
        {
            _hasReminder = true;
            await DoWhatIsDueAsync();
        }
        else
        {
            await RemoveReminderAsync(reminderName);
        }
    }

    // A reminder is not part of the session's transaction: when it cannot be registered here, the sweep calls WakeAsync later.
    private async Task EnsureReminderAsync()
    {
        if (_hasReminder || _session!.SettledAt is not null)
        {
            return;
        }

        try
        {
            if (await this.GetReminder(ReminderName) is null)
            {
                await SetReminderAsync();
            }

            _hasReminder = true;
        }
        catch (Exception exception)
        {
            LogReminderFailed(exception);
        }
    }

    // After the start was moved. When it fails, the sweep still wakes the session shortly before its start.
    private async Task RegisterReminderAsync()
    {
        try
        {
            await SetReminderAsync();
            _hasReminder = true;
        }
        catch (Exception exception)
        {
            LogReminderFailed(exception);
        }
    }

    private Task<IGrainReminder> SetReminderAsync()
    {
        var wait = (_session!.StartsAt ?? _session.OpensAt) - ReminderLead - Now;
        return this.RegisterOrUpdateReminder(ReminderName, wait > ReminderPeriod ? wait : ReminderPeriod, ReminderPeriod);
    }

    private async Task RemoveReminderAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        _hasReminder = false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Registering the reminder of a live break failed and will be retried.")]
    private partial void LogReminderFailed(Exception exception);
}
