namespace StretchChallenge.Server.Hosting;

/// <summary>The server as others reach it (section <c>Server</c>).</summary>
public sealed class ServerOptions
{
    /// <summary>
    /// The address that people use, such as <c>https://stretch.example.com</c>: links and QR codes start with it. Where
    /// it is not given, links start with the address of the request, if that is allowed by name.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether the address can be used: http or https, a host, and no path.</summary>
    public bool IsValid => PublicUrl is null
        || (PublicUrl is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" } && PublicUrl.Scheme is "http" or "https");
}
