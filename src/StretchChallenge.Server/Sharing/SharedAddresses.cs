using System.Net;

namespace StretchChallenge.Server.Sharing;

/// <summary>The addresses at which other devices in the same network reach this machine; empty if the server is not shared.</summary>
/// <param name="Urls">The URLs to open, the most likely to work first.</param>
/// <param name="Hosts">The hosts of these URLs, and the machine's names.</param>
public sealed record SharedAddresses(IReadOnlyList<Uri> Urls, IReadOnlyList<string> Hosts)
{
    /// <summary>Not shared.</summary>
    public static SharedAddresses None { get; } = new([], []);

    /// <summary>Whether the server is shared.</summary>
    public bool Any => Hosts.Count > 0;

    /// <summary>The URL most likely to work; null if the machine has no network address.</summary>
    public Uri? Url => Urls is [var first, ..] ? first : null;

    /// <summary>The addresses of a machine that listens on these bindings, on all of its network addresses.</summary>
    public static SharedAddresses Of(IReadOnlyList<BindingAddress> bindings, IReadOnlyList<IPAddress> machine, string machineName)
    {
        var hosts = machine.Select(address => address.ToString()).ToList();
        var urls = bindings.SelectMany(binding => hosts.Select(host => new UriBuilder(binding.Scheme, host, binding.Port).Uri));
        return new([.. urls], [.. hosts, machineName, $"{machineName}.local"]);
    }
}
