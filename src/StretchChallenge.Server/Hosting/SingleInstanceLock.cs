using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// Locks SQLite's file for this process: the grains of two servers on one file would hold different states. The lock is
/// taken before the schema is migrated and ends with the process, however that ends. Backups do not need it.
/// </summary>
internal sealed class SingleInstanceLock(LedgerOptions ledger, IHostEnvironment environment) : StartCheck, IDisposable
{
    // What the operating systems answer when another process holds the lock: EWOULDBLOCK of Linux and macOS, and
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private FileStream? _lock;

    /// <inheritdoc />
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        if (ledger.Provider == LedgerProvider.Sqlite)
        {
            _lock = Take(ledger.LocateFile(environment.ContentRootPath));
        }

        return Task.CompletedTask;
    }

    /// <summary>Releases the file after all other services have stopped.</summary>
    public void Dispose() => _lock?.Dispose();

    private static FileStream Take(string file)
    {
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(file)!);
            return OwnerOnly.Open($"{file}.lock", FileMode.OpenOrCreate);
        }
        catch (IOException taken) when (HeldByAnother.Contains(taken.HResult))
        {
            throw new IOException(
                $"Another server uses {file}: stop it, or give this one a file of its own with ConnectionStrings:Ledger.", taken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder of the database {file} cannot be written to ({fault.Message}).", fault);
        }
    }
}
