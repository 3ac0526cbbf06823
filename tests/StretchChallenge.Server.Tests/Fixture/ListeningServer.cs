using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>A test server that listens on a real port: what Kestrel and the sockets make of a request is part of the test.</summary>
public class ListeningServer : TestServer
{
    /// <summary>Chooses a free port.</summary>
    public ListeningServer()
    {
        UseKestrel(0);
        Replace = Log.AddTo;
        // One machine sends everybody's requests.
        foreach (var limit in new[] { "Address", "Person", "Registration", "SignIn", "FailedCodes", "FailedCodesOfPerson", "HubCalls", "Demo" })
        {
            Settings[$"RateLimits:{limit}:Burst"] = "100000000";
        }
    }

    /// <summary>What it logs.</summary>
    public LogMeter Log { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A client over a real socket, which follows nothing and keeps no cookies.</summary>
    public HttpClient Connect() =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Registers somebody over a real socket.</summary>
    public async Task<TestPerson> RegisterHereAsync(string name)
    {
        var cookies = new CookieJar { InnerHandler = new SocketsHttpHandler { UseCookies = false } };
        var person = await TestPerson.RegisterAsync(new HttpClient(cookies) { BaseAddress = Address }, name, setupCode: SetupCode);
        return person with { Cookies = cookies };
    }
}
