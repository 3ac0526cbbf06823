using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Sharing;

namespace StretchChallenge.Server.Tests.Accounts;

[Trait("Category", "Faults")]
public sealed class SetupCodePolicyTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.1:5080 https://localhost:5443")]
    public void NeedsCode_DevelopmentOnLoopbackAlone_IsFalse(string addresses) =>
        Assert.False(Policy("Development", addresses).NeedsCode);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://127.0.0.1:5080 http://10.0.0.5:5080")]
    [InlineData("http://unix:/tmp/stretch.sock")]
    [InlineData("")]
    public void NeedsCode_ListeningElsewhere_IsTrue(string addresses) =>
        Assert.True(Policy("Development", addresses).NeedsCode);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void NeedsCode_OtherEnvironments_IsTrue(string environment) =>
        Assert.True(Policy(environment, "http://localhost:5080").NeedsCode);

    [Fact]
    public void NeedsCode_PublicUrlProxyOrSharing_IsTrue()
    {
        const string Loopback = "http://localhost:5080";

        Assert.True(Policy("Development", Loopback, publicUrl: new Uri("https://stretch.example.com")).NeedsCode);
        Assert.True(Policy("Development", Loopback, proxy: "127.0.0.1").NeedsCode);
        Assert.True(Policy("Development", Loopback, shared: new SharedAddresses([], ["desk"])).NeedsCode);
    }

    private static SetupCodePolicy Policy(
        string environment, string addresses, Uri? publicUrl = null, string? proxy = null, SharedAddresses? shared = null) => new(
        new HostingEnvironment { EnvironmentName = environment },
        new ListeningServer(addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        Options.Create(new ServerOptions { PublicUrl = publicUrl }),
        Options.Create(new ProxyOptions { KnownProxies = proxy is null ? [] : [proxy] }),
        shared ?? SharedAddresses.None);

    private sealed class ListeningServer : IServer
    {
        public ListeningServer(IEnumerable<string> addresses)
        {
            var feature = new ServerAddresses();
            foreach (var address in addresses)
            {
                feature.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(feature);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }

    private sealed class ServerAddresses : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; } = [];

        public bool PreferHostingUrls { get; set; }
    }
}
