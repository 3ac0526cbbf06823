using System.Net;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>One node of a cluster: a process that ends and starts again at the same ports.</summary>
/// <param name="address">Where the other nodes reach it.</param>
/// <param name="settings">Those of all nodes.</param>
/// <param name="launcher">What starts it, where that is not this process.</param>
internal sealed class Node(IPAddress address, IReadOnlyDictionary<string, string?> settings, params string[] launcher) : IAsyncDisposable
{
    private readonly int _silo = FreePort.Find();
    private readonly int _gateway = FreePort.Find();
    private ServerProcess? _process;

    /// <summary>Where it serves people: on this machine alone, unless it is started elsewhere.</summary>
    public Uri Address { get; } = new($"http://{(launcher.Length == 0 ? IPAddress.Loopback : address)}:{FreePort.Find()}");

    /// <summary>Whether its process runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What it has written so far.</summary>
    public string Output => _process?.Output ?? "";

    /// <summary>The code that it printed for the first account.</summary>
    public string? SetupCode => _process?.SetupCode;

    /// <summary>Starts it, and waits until it can serve.</summary>
    public async Task StartAsync()
    {
        await DisposeAsync();
        var own = new Dictionary<string, string?>(settings)
        {
            ["urls"] = Address.ToString(),
            ["Cluster:Address"] = address.ToString(),
            ["Cluster:SiloPort"] = $"{_silo}",
            ["Cluster:GatewayPort"] = $"{_gateway}",
        };
        _process = await ServerProcess.StartAsync(own, launcher);
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public Task StopAsync() => _process?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Waits until it has ended of itself.</summary>
    public Task WaitForExitAsync(CancellationToken token) => _process?.WaitForExitAsync(token) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
