using System.CommandLine;

namespace StretchChallenge.Server.Moving;

/// <summary>The command <c>move</c>: takes all data from the single process's SQLite file to PostgreSQL, and ends.</summary>
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
