using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Server.DataMigration;

/// <summary>The command <c>move</c>: copies all data from a server's SQLite file to an empty PostgreSQL database.</summary>
internal static class MoveCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Create()
    {
        var from = new Option<string?>("--from")
        {
            Description = "The SQLite file that the server kept its data in, as a path or as \"Data Source=…\". "
                + "Left out: the file that the settings name, or data/ledger.db.",
            HelpName = "file",
        };
        var to = new Option<string?>("--to")
        {
            Description = "The empty PostgreSQL database, as \"Host=…;Username=…;Password=…;Database=…\". "
                + "Left out: ConnectionStrings:Ledger, where Ledger:Provider is PostgreSql.",
            HelpName = "connection string",
        };
        var command = new Command("move", "Moves all data from the single process's SQLite file to an empty PostgreSQL database.") { from, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = new MoveConsole(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await console.RunAsync(() => MoveOptions.Read(parsed.GetValue(from), parsed.GetValue(to)), cancellationToken);
        });
        return command;
    }
}

/// <summary>Runs a move, and prints its progress and what to do next.</summary>
internal sealed class MoveConsole(TextWriter output, TextWriter errors) : IProgress<MoveProgress>
{
    private int _tables;
    private long _rows;

    /// <summary>Moves the data. Returns the exit code: 0 when everything was moved, otherwise 1.</summary>
    public async Task<int> RunAsync(Func<MoveOptions> read, CancellationToken cancellationToken)
    {
        try
        {
            var moveOptions = read();
            output.WriteLine($"From  {moveOptions.File}");
            output.WriteLine($"To    {moveOptions.Target.Database ?? moveOptions.Target.Username} on {moveOptions.Target.Host}");
            output.WriteLine();
            var move = new LedgerMove(moveOptions.File, moveOptions.Target.ToString(), TimeProvider.System) { CheckKeys = moveOptions.Keys.Check };
            await move.RunAsync(this, cancellationToken);
            PrintNextSteps(moveOptions);
            return 0;
        }
        catch (Exception fault) when (Describe(fault) is { } text)
        {
            await errors.WriteLineAsync(text);
            return 1;
        }
    }

    /// <inheritdoc />
    public void Report(MoveProgress value)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"{value.Rows,14:N0} {(value.Rows == 1 ? "row" : "rows")}");
        output.WriteLine($"{value.Table,-24}{rows}{(value.IsDone ? "" : " so far")}");
        if (value.IsDone)
        {
            _tables++;
            _rows += value.Rows;
        }
    }

    private static string? Describe(Exception fault) => fault switch
    {
        OperationCanceledException => "Stopped. Nothing was moved.",
        MoveRefusedException or MigrationException or IOException or UnauthorizedAccessException => $"Nothing was moved. {fault.Message}",
        OptionsValidationException settings => $"Nothing was moved. A setting is not valid. {string.Join(' ', settings.Failures)}",
        PostgresException answer => $"Nothing was moved. PostgreSQL says: {answer.MessageText}.",
        DbException => $"Nothing was moved. PostgreSQL cannot be reached, or is gone ({fault.GetBaseException().Message}). Check --to, and that it runs.",
        _ => null,
    };

    private void PrintNextSteps(MoveOptions moveOptions)
    {
        var address = new NpgsqlConnectionStringBuilder(moveOptions.Target.ToString());
        if (!string.IsNullOrEmpty(address.Password))
        {
            address.Password = "…";
        }

        var sum = string.Create(CultureInfo.InvariantCulture, $"{_tables} tables, {_rows:N0} rows");
        output.WriteLine(
            $"""

            Everything is there: {sum}, compared on both sides.

            Next:
              1. Start no server on {moveOptions.File} any more. Keep it, and its key, as a backup.
              2. Give every node these settings:
                   Ledger__Provider=PostgreSql
                   ConnectionStrings__Ledger={address}
                   Secrets__MasterKey={(moveOptions.Keys.IsConfigured ? "(the one set here)" : $"(the line in {moveOptions.Keys.File})")}
              3. Start one node, wait until /healthz/ready answers 200, then start the others.
            """);
    }
}

/// <summary>The source and the target of a move: the command's options, or else the server's settings.</summary>
/// <param name="File">The full path of the SQLite file.</param>
/// <param name="Target">The connection string of the PostgreSQL database.</param>
/// <param name="Keys">The key that the data is encrypted with.</param>
internal sealed record MoveOptions(string File, NpgsqlConnectionStringBuilder Target, MigrationKeys Keys)
{
    /// <summary>Reads the settings as a server that is started here would.</summary>
    /// <exception cref="MoveRefusedException">Something is missing or not valid; the message says what.</exception>
    public static MoveOptions Read(string? from, string? to)
    {
        var builder = WebApplication.CreateBuilder();
        var ledger = LedgerOptions.Read(builder.Configuration);
        var root = builder.Environment.ContentRootPath;
        var file = LocateFile(from, ledger, root);
        var secrets = builder.Configuration.GetSection("Secrets").Get<SecretsOptions>() ?? new SecretsOptions();
        return new MoveOptions(file, Parse(to ?? TargetOf(ledger)), MigrationKeys.Find(secrets, root, file));
    }

    private static string TargetOf(LedgerOptions ledger) =>
        ledger is { Provider: LedgerProvider.PostgreSql, ConnectionString: { } target }
            ? target
            : throw new MoveRefusedException("Say where to: --to \"Host=…;Username=…;Password=…;Database=…\".");

    private static string LocateFile(string? from, LedgerOptions ledger, string root)
    {
        try
        {
            return SqliteFile.Locate(from, ledger, root);
        }
        catch (ArgumentException fault)
        {
            throw new MoveRefusedException($"--from is neither a file nor \"Data Source=…\". {fault.Message}", fault);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string target)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(target);
        }
        catch (ArgumentException fault)
        {
            throw new MoveRefusedException($"--to is no connection string such as \"Host=…;Username=…;Password=…;Database=…\". {fault.Message}", fault);
        }
    }
}
