using System.CommandLine;
using StretchChallenge.Server.Backups;
using StretchChallenge.Server.Moving;

namespace StretchChallenge.Server.Hosting;

/// <summary>What the program can do beside serving: each command does its work and ends.</summary>
internal static class AdministratorCommands
{
    private static readonly Command[] All = [MoveCommand.Create(), BackupCommand.Create()];

    /// <summary>Whether the arguments ask for a command, and not for a server.</summary>
    public static bool AreMeant(string[] args) => args is [var first, ..] && All.Any(command => command.Name == first);

    /// <summary>Runs the one asked for; the exit code is 0 where it did its work.</summary>
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
