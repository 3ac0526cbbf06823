using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Security;

/// <summary>Who may speak to the server, and from where.</summary>
internal static class SecuritySetup
{
    /// <summary>Adds the judges of hosts, origins and proxies, and the keys.</summary>
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

        // The framework's own filter answers without a problem; HostGuard takes its place.
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
    }

    /// <summary>Believes the known proxies: whoever stands behind it sees the client's own address, scheme and host.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Any)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>Refuses what this node is not there for, and foreign hosts and origins.</summary>
    public static void UseGuards(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseMiddleware<NodeGuard>();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<StoppingGuard>();
    }

    private static void TrustOnly(ForwardedHeadersOptions headers, IOptions<ProxyOptions> proxies)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
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
