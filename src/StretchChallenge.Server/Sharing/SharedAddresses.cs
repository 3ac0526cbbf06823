using System.Net;

namespace StretchChallenge.Server.Sharing;

/// <summary>Where colleagues in the same network reach this machine; empty where the server is not shared.</summary>
/// <param name="Urls">The addresses to open, the likeliest first.</param>
/// <param name="Hosts">The hosts in them, and the machine's names.</param>
public sealed record SharedAddresses(IReadOnlyList<Uri> Urls, IReadOnlyList<string> Hosts)
{
    /// <summary>Not shared.</summary>
    public static SharedAddresses None { get; } = new([], []);

    /// <summary>Whether the server is shared.</summary>
    public bool Any => Hosts.Count > 0;

    /// <summary>The likeliest address; null where the machine has none in a network.</summary>
    public Uri? Url => Urls is [var first, ..] ? first : null;

    /// <summary>The addresses of a machine that listens on these bindings.</summary>
    public static SharedAddresses Of(IReadOnlyList<BindingAddress> bindings, IReadOnlyList<IPAddress> machine, string machineName)
    {
        var hosts = machine.Select(address => address.ToString()).ToList();
        var urls = bindings.SelectMany(binding => hosts.Select(host => new UriBuilder(binding.Scheme, host, binding.Port).Uri));
        return new([.. urls], [.. hosts, machineName, $"{machineName}.local"]);
    }
}
