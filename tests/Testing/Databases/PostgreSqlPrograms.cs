using System.Diagnostics;

namespace StretchChallenge.Testing.Databases;

/// <summary>PostgreSQL's own programs on this machine.</summary>
internal sealed class PostgreSqlPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";

    private readonly string _folder;

    private PostgreSqlPrograms(string folder) => _folder = folder;

    /// <summary>Finds them where Debian puts them, or on the path.</summary>
    /// <exception cref="InvalidOperationException">They are not installed; the message says what to do.</exception>
    public static PostgreSqlPrograms Locate()
    {
        var debian = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder).OrderDescending(StringComparer.Ordinal).Select(version => $"{version}/bin")
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var folder = debian.Concat(path).FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")));
        return folder is not null
            ? new PostgreSqlPrograms(folder)
            : throw new InvalidOperationException(
                "PostgreSQL is not installed here: install Debian's package 'postgresql' (apt-get install postgresql), "
                + "or name a running server in the environment variable STRETCH_POSTGRES.");
    }

    /// <summary>An empty directory that the server may write to.</summary>
    public static Task<string> CreateDirectoryAsync() => StartAsync("mktemp", ["-d", "-t", "stretch-postgresql-XXXXXX"]);

    /// <summary>Runs one of the programs to its end.</summary>
    public Task RunAsync(string program, params string[] arguments) => StartAsync(Path.Combine(_folder, program), arguments);

    /// <summary>The server refuses to run as root, who therefore becomes <c>postgres</c>.</summary>
    private static async Task<string> StartAsync(string program, string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["runuser", "-u", "postgres", "--", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }
}
