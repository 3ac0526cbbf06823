using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace StretchChallenge.Durability.Backups;

/// <summary>A script of <c>deploy/</c>, run as an administrator runs it.</summary>
/// <param name="ExitCode">0 where it did what it was asked for.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to the standard error.</param>
internal sealed record DeployScript(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it on a database, named to it as PostgreSQL's own programs are told.</summary>
    public static async Task<DeployScript> RunAsync(string name, string database, params string[] arguments)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(Locate(name), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = address.Host,
                ["PGPORT"] = address.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = address.Username,
                ["PGPASSWORD"] = address.Password,
                ["PGDATABASE"] = address.Database,
            },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DeployScript(process.ExitCode, await output, await errors);
    }

    private static string Locate(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath($"../../../deploy/{name}", Path.GetDirectoryName(here)!);
}
