using System.Diagnostics;

namespace StretchChallenge.Testing.Servers;

/// <summary>A command of the server's program, such as <c>move</c>, run as a process of its own to its end.</summary>
/// <param name="ExitCode">0 where it did what it was asked for.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to the standard error.</param>
public sealed record ServerCommand(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it.</summary>
    public static async Task<ServerCommand> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ServerFolder.Assembly, .. arguments])
        {
            WorkingDirectory = ServerFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ServerCommand(process.ExitCode, await output, await errors);
    }
}
