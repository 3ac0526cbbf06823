namespace StretchChallenge.Server.PrivateHealth;

internal sealed partial class HealthVault
{
    // Nothing of whose record it is: that somebody has one is private too.
    [LoggerMessage(
        LogLevel.Warning,
        "A private record cannot be opened: the master key is not the one it was sealed with, or it was changed. Restore the key from its backup, if there is one.")]
    private partial void RecordUnreadable();
}
