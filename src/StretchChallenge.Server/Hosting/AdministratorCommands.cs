using System.CommandLine;
using StretchChallenge.Server.Administration;
using StretchChallenge.Server.Backups;
using StretchChallenge.Server.DataMigration;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>The program's commands: <c>move</c>, <c>backup</c> and <c>admin</c>. Each runs in place of the server.</summary>
internal static class AdministratorCommands
{
    private static readonly Command[] All = [MoveCommand.Create(), BackupCommand.Create(), AdminCommand.Create()];

    /// <summary>Whether the arguments name a command; otherwise they are the server's.</summary>
    public static bool AreMeant(string[] args) => args is [var first, ..] && All.Any(command => command.Name == first);

    /// <summary>Runs the named command and returns its exit code: 0 for success.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand();
        foreach (var command in All)
        {
            root.Add(command);
        }

        return root.Parse(args).InvokeAsync();
    }
}

/// <summary>The SQLite file that a command works on.</summary>
internal static class SqliteFile
{
    /// <summary>
    /// The full path of the named file (a path or <c>Data Source=…</c>), or else of the file that a server with these
    /// settings uses.
    /// </summary>
    /// <exception cref="ArgumentException">The name is neither a path nor a connection string; the message says why.</exception>
    public static string Locate(string? named, LedgerOptions ledger, string contentRoot)
    {
        var connectionString = named is not null ? (named.Contains('=') ? named : $"Data Source={named}")
            : ledger.Provider == LedgerProvider.Sqlite ? ledger.ConnectionString
            : null;
        return new LedgerOptions(LedgerProvider.Sqlite, connectionString).LocateFile(contentRoot);
    }
}
