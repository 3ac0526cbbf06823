using System.Diagnostics;
using StretchChallenge.Testing;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>One of the web client's scripts, run against a site.</summary>
internal static class WebScript
{
    private static readonly string WebClient = Repository.PathOf("src/web");

    /// <summary>Runs <c>scripts/{name}.mjs</c> to its end; answers its exit code and all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, Uri server, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [$"scripts/{name}.mjs", .. arguments])
        {
            WorkingDirectory = WebClient,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRETCH_SERVER"] = server.ToString();
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
