using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace StretchChallenge.Testing.Servers;

/// <summary>Where the server's build lies.</summary>
public static class ServerFolder
{
    /// <summary>The assembly to start there.</summary>
    public const string Assembly = "StretchChallenge.Server.dll";

    /// <summary>The build of the same configuration as the tests'.</summary>
    public static string Path => Repository.OutputOf("src/StretchChallenge.Server");
}

/// <summary>The server as it was built, running as a process of its own on a free port of the loopback address.</summary>
/// <remarks>The test project refers to the server's project for the order of the build, not for its assembly.</remarks>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(Ended());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The process's id; of the launcher, where that does not become the server.</summary>
    public int Id => _process.Id;

    /// <summary>The processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Whether it has exited.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its output so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The code that it printed for the first account; null where it has an account.</summary>
    public string? SetupCode => PrintedCode().Match(Output) is { Success: true } match ? match.Groups["code"].Value : null;

    /// <summary>Starts the server with these settings, and waits until it is ready to serve.</summary>
    /// <param name="settings">Its configuration.</param>
    /// <param name="launcher">A program that becomes the server, with its arguments; by default the server starts directly.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds its output.</exception>
    public static async Task<ServerProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, params string[] launcher)
    {
        var server = await StartProgramAsync(
            ServerFolder.Path,
            [
                .. launcher,
                "dotnet",
                ServerFolder.Assembly,
                "--urls=http://127.0.0.1:0",
                .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ]);
        try
        {
            await server.UntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts any server that says where it listens as ASP.NET Core does, and waits until it has.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds its output.</exception>
    public static async Task<ServerProcess> StartProgramAsync(string folder, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new ServerProcess(new Process { StartInfo = start });
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Address = await server._address.Task;
        return server;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to stop, as a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await WaitForExitAsync();
    }

    /// <summary>Waits until it has exited.</summary>
    public Task WaitForExitAsync(CancellationToken token = default) => _process.WaitForExitAsync(token);

    /// <summary>Kills it if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        await WaitForExitAsync();
        _process.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using var api = new Api(Address);
        await Wait.UntilAsync(async () =>
        {
            if (HasExited)
            {
                throw Ended();
            }

            // It says that it has started after it has printed the setup code.
            using var answer = await api.SendAsync(HttpMethod.Get, "/healthz/ready", null, null);
            return answer.IsSuccessStatusCode && Output.Contains("Application started", StringComparison.Ordinal);
        });
    }

    private InvalidOperationException Ended()
    {
        // Only the synchronous wait returns after the last line of output.
        _process.WaitForExit();
        return new InvalidOperationException($"The server ended with exit code {_process.ExitCode}:\n{Output}");
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"setup code (?<code>\S{19})")]
    private static partial Regex PrintedCode();

    [GeneratedRegex(@"Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();
}
