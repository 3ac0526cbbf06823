using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Runtime.MembershipService;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>Reports in one sentence, instead of a stack trace, why the server did not start.</summary>
internal static class StartFailure
{
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";
    private const long LeastFreeBytes = 64 * 1024;

    /// <summary>
    /// From now on until the server has started, an exception that ends the process is written to the standard error as
    /// a sentence, and the exit code is 1.
    /// </summary>
    public static void ExplainStartFailures(this WebApplicationBuilder builder)
    {
        // The host logs the same exception with its stack trace as an error; later faults that stop it are critical.
        builder.Logging.AddFilter(HostLog, LogLevel.Critical);
        builder.Services.AddHostedService(services => new StartedListener(services.GetRequiredService<IHostApplicationLifetime>(), Explain));
        AppDomain.CurrentDomain.UnhandledException += Explain;

        void Explain(object sender, UnhandledExceptionEventArgs unhandled)
        {
            var ledger = FindLedgerFile(builder.Configuration, builder.Environment.ContentRootPath);
            Console.Error.WriteLine($"The server cannot start. {Describe((Exception)unhandled.ExceptionObject, ledger)}");
            Environment.Exit(1);
        }
    }

    /// <summary>The sentence for an exception; its own message when there is no better one.</summary>
    /// <param name="exception">What ended the start.</param>
    /// <param name="ledgerFile">The path of SQLite's file; null with PostgreSQL.</param>
    public static string Describe(Exception exception, string? ledgerFile = null) => exception switch
    {
        OptionsValidationException settings => $"A setting is not valid. {string.Join(' ', settings.Failures)}",
        IOException { InnerException: AddressInUseException } address =>
            $"{address.Message} Another program listens there: stop it, or choose another address with --urls=http://localhost:5081.",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "The database could not be brought up to date: its tables are in use, such as by a backup. Start the server again afterwards.",
        DatabaseUnwritableException { InnerException: SqliteException fault } => Describe(fault, ledgerFile),
        DatabaseUnwritableException fault => $"{fault.Message} Check the disk of PostgreSQL, and default_transaction_read_only.",
        _ when TransientFault.IsIn(exception) =>
            $"The database does not answer ({exception.GetBaseException().Message}). Check that it runs, and ConnectionStrings:Ledger.",
        SqliteException fault => $"The database {ledgerFile} cannot be used: {DescribeSqlite(fault, ledgerFile)}.",
        _ when exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable } =>
            $"The server cannot listen at Cluster:SiloPort or Cluster:GatewayPort ({exception.GetBaseException().Message}). Another program "
            + "listens there, or Cluster:Address is not an address of this machine.",
        _ when exception.GetBaseException() is OrleansClusterConnectivityCheckFailedException => NodeFailure.Unreachable,
        IOException when FindFileAbove(ledgerFile) is { } file => $"The database {ledgerFile} cannot be used: {file} is a file and no folder.",
        CryptographicException => $"A certificate or key cannot be used: {exception.Message}",
        _ => exception.Message,
    };

    // SQLite's own messages name neither the file nor the cause. Its result codes: 8 READONLY, 10 IOERR, 11 CORRUPT, 13 FULL,
    // 14 CANTOPEN, 26 NOTADB.
    private static string DescribeSqlite(SqliteException fault, string? file) => fault.SqliteErrorCode switch
    {
        _ when Directory.Exists(file) => "it is a folder",
        8 or 10 or 13 or 14 when IsFull(file) => "its disk is full",
        8 or 10 or 14 => $"its file, folder or disk is read-only, damaged or may not be written to by this user (SQLite error {fault.SqliteErrorCode})",
        11 or 26 => "the file is damaged, or is no SQLite database. Restore a backup",
        13 => "its disk is full",
        _ => fault.Message.TrimEnd('.'),
    };

    private static string? FindFileAbove(string? file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static bool IsFull(string? file)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < LeastFreeBytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static string? FindLedgerFile(IConfiguration configuration, string contentRoot)
    {
        try
        {
            return LedgerOptions.Read(configuration) is { Provider: LedgerProvider.Sqlite } ledger ? ledger.LocateFile(contentRoot) : null;
        }
        catch (Exception fault) when (fault is OptionsValidationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Unregisters the handler when the server has started: later exceptions are reported with their stack traces.</summary>
    private sealed class StartedListener(IHostApplicationLifetime lifetime, UnhandledExceptionEventHandler explain) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(() => AppDomain.CurrentDomain.UnhandledException -= explain);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
