using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Security;

/// <summary>Checks of hosts, origins and proxies, and the keys.</summary>
internal static class SecuritySetup
{
    /// <summary>Adds the services.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.AddKeys();
        builder.Services.AddOptions<ProxyOptions>()
            .BindConfiguration("Proxy")
            .Validate(proxy => proxy.IsValid, "Proxy:KnownProxies are addresses, and Proxy:KnownNetworks networks such as 10.0.0.0/24.")
            .ValidateOnStart();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(TrustOnly);
        builder.Services.AddSingleton<AllowedHosts>();
        builder.Services.AddSingleton<Origins>();
        builder.Services.AddSingleton<RefusedAddresses>();
        builder.Services.AddOptions<HstsOptions>().Configure<IOptions<ServerOptions>>(
            (hsts, server) => hsts.MaxAge = TimeSpan.FromDays(server.Value.HstsDays));

        // The framework's own filter answers without problem details; HostGuard replaces it.
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        // Requests are not logged, because addresses may hold secrets: in code, so that it holds without the settings file too.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }

    /// <summary>
    /// Refuses malformed requests, and uses the forwarded headers of known proxies: later middleware sees the client's address and
    /// scheme. The host is that of the Host header.
    /// </summary>
    public static void UseProxies(this WebApplication app)
    {
        app.UseMiddleware<WellFormedRequest>();
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Any)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>Refuses requests that this node does not serve, and foreign hosts and origins.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseMiddleware<NodeGuard>();
        app.UseMiddleware<HostGuard>();
        if (app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.HstsDays > 0)
        {
            app.UseHsts();
        }

        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<StoppingGuard>();
    }

    private static void TrustOnly(ForwardedHeadersOptions headers, IOptions<ProxyOptions> proxies)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies.Value.KnownProxies)
        {
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        foreach (var network in proxies.Value.KnownNetworks)
        {
            headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}

/// <summary>
/// The proxies in front of this server (section <c>Proxy</c>), by address or network. Forwarded headers are accepted from
/// them alone; by default from nobody.
/// </summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses, such as <c>10.0.0.2</c>.</summary>
    public string[] KnownProxies { get; set; } = [];

    /// <summary>Networks, such as <c>10.0.0.0/24</c>.</summary>
    public string[] KnownNetworks { get; set; } = [];

    /// <summary>Whether there is any proxy.</summary>
    public bool Any => KnownProxies.Length + KnownNetworks.Length > 0;

    /// <summary>Whether every entry is an address or a network.</summary>
    public bool IsValid =>
        KnownProxies.All(proxy => IPAddress.TryParse(proxy, out _))
        && KnownNetworks.All(network => System.Net.IPNetwork.TryParse(network, out _));
}
