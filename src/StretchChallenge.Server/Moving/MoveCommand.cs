using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Moving;

namespace StretchChallenge.Server.Moving;

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
        command.SetAction(async (asked, cancellationToken) =>
        {
            var console = new MoveConsole(asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error);
            return await console.RunAsync(() => MoveOrder.Read(asked.GetValue(from), asked.GetValue(to)), cancellationToken);
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
    public async Task<int> RunAsync(Func<MoveOrder> read, CancellationToken cancellationToken)
    {
        try
        {
            var order = read();
            output.WriteLine($"From  {order.File}");
            output.WriteLine($"To    {order.Target.Database ?? order.Target.Username} on {order.Target.Host}");
            output.WriteLine();
            var move = new LedgerMove(order.File, order.Target.ToString(), TimeProvider.System) { CheckKeys = order.Keys.Check };
            await move.RunAsync(this, cancellationToken);
            PrintNextSteps(order);
            return 0;
        }
        catch (Exception fault) when (Describe(fault) is { } words)
        {
            await errors.WriteLineAsync(words);
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
        OptionsValidationException settings => $"Nothing was moved. A setting is not possible. {string.Join(' ', settings.Failures)}",
        PostgresException answer => $"Nothing was moved. PostgreSQL says: {answer.MessageText}.",
        DbException => $"Nothing was moved. PostgreSQL cannot be reached, or is gone ({fault.GetBaseException().Message}). Check --to, and that it runs.",
        _ => null,
    };

    private void PrintNextSteps(MoveOrder order)
    {
        var address = new NpgsqlConnectionStringBuilder(order.Target.ToString());
        if (!string.IsNullOrEmpty(address.Password))
        {
            address.Password = "…";
        }

        var sum = string.Create(CultureInfo.InvariantCulture, $"{_tables} tables, {_rows:N0} rows");
        output.WriteLine(
            $"""

            Everything is there: {sum}, compared on both sides.

            Next:
              1. Start no server on {order.File} any more. Keep it, and its key, as a backup.
              2. Give every node these settings:
                   Ledger__Provider=PostgreSql
                   ConnectionStrings__Ledger={address}
                   Secrets__MasterKey={(order.Keys.IsConfigured ? "(the one set here)" : $"(the line in {order.Keys.File})")}
              3. Start one node, wait until /healthz/ready answers 200, then start the others.
            """);
    }
}

/// <summary>What to move where: the command's options, and the server's settings for those left out.</summary>
/// <param name="File">The full path of the SQLite file.</param>
/// <param name="Target">The connection string of the PostgreSQL database.</param>
/// <param name="Keys">The key that the data is encrypted with.</param>
internal sealed record MoveOrder(string File, NpgsqlConnectionStringBuilder Target, MoveKeys Keys)
{
    /// <summary>Reads the settings as a server that is started here would.</summary>
    /// <exception cref="MoveRefusedException">Something is missing or not valid; the message says what.</exception>
    public static MoveOrder Read(string? from, string? to)
    {
        var builder = WebApplication.CreateBuilder();
        var ledger = LedgerOptions.Read(builder.Configuration);
        var root = builder.Environment.ContentRootPath;
        var file = LocateFile(from, ledger, root);
        var secrets = builder.Configuration.GetSection("Secrets").Get<SecretsOptions>() ?? new SecretsOptions();
        return new MoveOrder(file, Parse(to ?? TargetOf(ledger)), MoveKeys.Find(secrets, root, file));
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
