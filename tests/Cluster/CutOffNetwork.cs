using System.Diagnostics;
using System.Net;

namespace StretchChallenge.Cluster;

/// <summary>A network of two: this machine, and a network namespace on it whose line can be cut and mended.</summary>
internal sealed class CutOffNetwork : IAsyncDisposable
{
    // Of this process alone; a line's end has a name of at most 15 characters.
    private readonly string _name = $"stretch{Environment.ProcessId}";
    private readonly string _near = $"sc{Environment.ProcessId}";

    private CutOffNetwork()
    {
    }

    /// <summary>This machine's address in the network.</summary>
    public static IPAddress Near { get; } = IPAddress.Parse("10.231.77.1");

    /// <summary>The address of the namespace.</summary>
    public static IPAddress Far { get; } = IPAddress.Parse("10.231.77.2");

    /// <summary>The command that starts a program in the namespace.</summary>
    public string[] Launcher => ["ip", "netns", "exec", _name];

    /// <summary>Creates the namespace and the link to it.</summary>
    /// <exception cref="InvalidOperationException">Only root may do that.</exception>
    public static async Task<CutOffNetwork> LayAsync()
    {
        var network = new CutOffNetwork();
        var far = $"{network._near}x";
        await IpAsync("netns", "add", network._name);
        await IpAsync("link", "add", network._near, "type", "veth", "peer", "name", far, "netns", network._name);
        await IpAsync("address", "add", $"{Near}/24", "dev", network._near);
        await IpAsync("link", "set", network._near, "up");
        await IpAsync("-n", network._name, "address", "add", $"{Far}/24", "dev", far);
        await IpAsync("-n", network._name, "link", "set", far, "up");
        await IpAsync("-n", network._name, "link", "set", "lo", "up");
        return network;
    }

    /// <summary>Drops all packets; neither side is notified.</summary>
    public Task CutAsync() => IpAsync("link", "set", _near, "down");

    /// <summary>Lets packets pass again.</summary>
    public Task MendAsync() => IpAsync("link", "set", _near, "up");

    public async ValueTask DisposeAsync() => await IpAsync("netns", "delete", _name);

    private static async Task IpAsync(params string[] arguments)
    {
        using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
        var said = await ip.StandardError.ReadToEndAsync();
        await ip.WaitForExitAsync();
        if (ip.ExitCode != 0)
        {
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {said.Trim()} (network namespaces need root: run the tests as root)");
        }
    }
}
