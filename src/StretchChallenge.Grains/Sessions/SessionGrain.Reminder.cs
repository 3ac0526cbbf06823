using Microsoft.Extensions.Logging;

namespace StretchChallenge.Grains.Sessions;

/// <summary>
/// The reminder that keeps the session awake: from shortly before a planned start, once a minute until everybody is
/// credited, on whichever node is there. The exact instants are kept by the grain's own timer.
/// </summary>
internal sealed partial class SessionGrain
{
    private const string ReminderName = "session";

    /// <summary>How long before its planned start a session is woken: more than one period, so that one call may be lost.</summary>
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

    // A reminder is not part of the session's transaction: where it could not be registered, the sweep has it registered.
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
                var wait = (_session.StartsAt ?? _session.OpensAt) - ReminderLead - Now;
                await this.RegisterOrUpdateReminder(ReminderName, wait > ReminderPeriod ? wait : ReminderPeriod, ReminderPeriod);
            }

            _hasReminder = true;
        }
        catch (Exception exception)
        {
            LogReminderFailed(exception);
        }
    }

    private async Task RemoveReminderAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        _hasReminder = false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminder of a live break could not be registered and is tried again.")]
    private partial void LogReminderFailed(Exception exception);
}
