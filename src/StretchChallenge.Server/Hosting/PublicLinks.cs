using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Hosting;

/// <summary>Builds absolute links for people: from <c>Server:PublicUrl</c>, else from the address that the server listens on.</summary>
public sealed class PublicLinks(IOptions<ServerOptions> options, AllowedHosts hosts, IServer server)
{
    private static readonly Uri Unknown = new("http://localhost");

    /// <summary>The link to a path (with its leading slash) in an answer to <paramref name="request" />.</summary>
    /// <remarks>A <c>Host</c> that is not allowed by name is not used: the client chose it.</remarks>
    public Uri To(string path, HttpRequest request) =>
        options.Value.PublicUrl is null && hosts.AllowsByName(request.Host)
            ? new Uri(new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}"), path)
            : To(path);

    /// <summary>The link to a path (with its leading slash), outside a request.</summary>
    public Uri To(string path) => new(options.Value.PublicUrl ?? Served, path);

    /// <summary>The first address that the server listens on, as a browser on this machine can open it.</summary>
    public Uri Served =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? ToBrowsable(BindingAddress.Parse(address))
            : Unknown;

    private static Uri ToBrowsable(BindingAddress binding)
    {
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? Unknown.Host : binding.Host;
        return new UriBuilder(binding.Scheme, host, binding.Port).Uri;
    }
}

/// <summary>The server as others reach it (section <c>Server</c>).</summary>
public sealed class ServerOptions
{
    /// <summary>
    /// The address that people use, such as <c>https://stretch.example.com</c>: links and QR codes start with it. When it
    /// is not given, links start with the address of the request, if that host is allowed by name.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// For how many days browsers are told to open this host by HTTPS alone (HSTS); 0 for not at all. It holds for every port
    /// and program of the host, and cannot be taken back before the days are over.
    /// </summary>
    public int HstsDays { get; set; }

    /// <summary>Whether the number of days can be used.</summary>
    public bool HasValidHsts => HstsDays is >= 0 and <= 3650;

    /// <summary>Whether the address can be used: http or https, a host, and no path.</summary>
    public bool IsValid => PublicUrl is null
        || (PublicUrl is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" } && PublicUrl.Scheme is "http" or "https");
}
