using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Moving;

namespace StretchChallenge.Server.Moving;

/// <summary>Runs a move, and tells an administrator how it goes and what comes next.</summary>
internal sealed class MoveConsole(TextWriter output, TextWriter errors) : IProgress<MoveProgress>
{
    private int _tables;
    private long _rows;

    /// <summary>Moves; the exit code is 0 where everything was moved, else 1.</summary>
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
            TellWhatComesNext(order);
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

    private void TellWhatComesNext(MoveOrder order)
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
