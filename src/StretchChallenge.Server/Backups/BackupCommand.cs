using System.CommandLine;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Backups;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Backups;

/// <summary>The command <c>backup</c>: copies a server's SQLite file while the server runs.</summary>
internal static class BackupCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Create()
    {
        var from = new Option<string?>("--from")
        {
            Description = "The SQLite file that the server keeps its data in, as a path or as \"Data Source=…\". "
                + "Left out: the file that the settings name, or data/ledger.db.",
            HelpName = "file",
        };
        var to = new Option<string>("--to")
        {
            Description = "The file to write, which is not there yet; or a folder, in which the copy is named by the time.",
            HelpName = "file or folder",
            Required = true,
        };
        var command = new Command("backup", "Copies the single process's SQLite file, while the server runs.") { from, to };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            return Run(parsed.GetValue(from), parsed.GetRequiredValue(to), console.Output, console.Error);
        });
        return command;
    }

    private static int Run(string? from, string to, TextWriter output, TextWriter errors)
    {
        try
        {
            var builder = WebApplication.CreateBuilder();
            var ledger = LedgerOptions.Read(builder.Configuration);
            if (from is null && ledger.Provider == LedgerProvider.PostgreSql)
            {
                throw new BackupRefusedException("The data is in PostgreSQL: use deploy/backup, which deploy/README.md describes.");
            }

            var root = builder.Environment.ContentRootPath;
            var file = SqliteFile.Locate(from, ledger, root);
            var path = Path.GetFullPath(to, root);
            var copy = Directory.Exists(path) ? SqliteBackup.NameCopy(path, TimeProvider.System.GetUtcNow()) : path;
            SqliteBackup.Write(file, copy);
            output.WriteLine($"Copied {file} to {copy}. Its key is not in it: keep a copy of master.key too, elsewhere.");
            return 0;
        }
        catch (Exception fault) when (fault is BackupRefusedException or OptionsValidationException or ArgumentException)
        {
            errors.WriteLine($"No backup was made. {fault.Message}");
            return 1;
        }
    }
}
