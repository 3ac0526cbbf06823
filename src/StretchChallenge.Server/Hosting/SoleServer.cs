using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// Holds SQLite's file for this server alone: a second one beside it would remember other streaks than the first. The
/// lock ends with the process, however that ends; backups do not mind it.
/// </summary>
internal sealed class SoleServer(LedgerOptions ledger, IHostEnvironment environment) : IHostedService, IDisposable
{
    private FileStream? _lock;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (ledger.Provider == LedgerProvider.Sqlite)
        {
            _lock = Take(ledger.LocateFile(environment.ContentRootPath));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets go of the file, once all else has stopped.</summary>
    public void Dispose() => _lock?.Dispose();

    private static FileStream Take(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new IOException(
                $"Another server uses {file}: stop it, or give this one a file of its own with ConnectionStrings:Ledger.", taken);
        }
    }
}
