using System.Text.Json;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Backups;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Backups;

/// <summary>A copy of the database.</summary>
/// <param name="Name">The file's name, in the folder <c>backups</c> beside the database.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="At">When it was written.</param>
public sealed record BackupFile(string Name, long Bytes, DateTimeOffset At);

/// <summary>
/// Copies of the server's own SQLite file, which administrators ask for. They lie in the folder <c>backups</c> beside it, readable
/// by their owner alone, until somebody deletes them.
/// </summary>
internal sealed partial class LedgerBackups(
    LedgerOptions ledger, IHostEnvironment environment, IAuditLog audit, ILogger<LedgerBackups> log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    private string File => ledger.LocateFile(environment.ContentRootPath);

    private string Folder => Path.Combine(Path.GetDirectoryName(File)!, "backups");

    /// <summary>The latest copy; null when there is none.</summary>
    public BackupFile? FindLatest()
    {
        if (ledger.Provider != LedgerProvider.Sqlite || !Directory.Exists(Folder))
        {
            return null;
        }

        // The names sort as their instants do.
        var latest = Directory.EnumerateFiles(Folder, "ledger-*Z.db").Max(StringComparer.Ordinal);
        return latest is null ? null : Describe(latest);
    }

    /// <summary>Writes a copy, one at a time.</summary>
    public async Task<Outcome<BackupFile>> WriteAsync(AuditActor by)
    {
        if (ledger.Provider != LedgerProvider.Sqlite)
        {
            return AdministrationRefusals.BackupElsewhere;
        }

        if (!await _turn.WaitAsync(TimeSpan.Zero))
        {
            return AdministrationRefusals.BackupRunning;
        }

        try
        {
            var copy = SqliteBackup.NameCopy(Folder, by.At);
            // On a thread of its own: copying a large database takes a while.
            await Task.Run(() => SqliteBackup.Write(File, copy));
            var backup = Describe(copy);
            await audit.AppendAsync(by.Entry("backupMade", detail: JsonSerializer.Serialize(new { name = backup.Name })));
            return backup;
        }
        catch (BackupRefusedException fault)
        {
            WritingFailed(fault);
            return AdministrationRefusals.BackupFailed;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static BackupFile Describe(string path)
    {
        var file = new FileInfo(path);
        return new BackupFile(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
    }

    [LoggerMessage(LogLevel.Error, "A backup that an administrator asked for could not be written.")]
    private partial void WritingFailed(Exception exception);
}
