using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Sharing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Sharing;

public sealed class SharingTests
{
    private static readonly SharedAddresses Shared = SharedAddresses.Of(
        [BindingAddress.Parse("http://localhost:5080")],
        [IPAddress.Parse("192.168.1.20"), IPAddress.Parse("10.0.0.5")],
        "desk");

    [Theory]
    [InlineData("Production", "--share")]
    [InlineData("Production", "--SHARE")]
    [InlineData("Development", "--share", "--environment", "Development")]
    [InlineData("Development", "--environment=Development", "--share")]
    public void Expand_Switch_SharesAsInProductionUnlessAskedOtherwise(string environment, params string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(ShareSwitch.Expand(args)).Build();

        Assert.Equal("true", configuration["Sharing:Enabled"]);
        Assert.Equal(environment, configuration["environment"]);
    }

    [Fact]
    public void Expand_NoSwitch_ChangesNothing()
    {
        string[] args = ["--urls", "http://localhost:5080"];

        Assert.Equal(args, ShareSwitch.Expand(args));
    }

    [Fact]
    public void Of_SeveralAddresses_NamesThemAllTheLikeliestFirst()
    {
        Assert.Equal("http://192.168.1.20:5080/", Shared.Url?.ToString());
        Assert.Equal(["192.168.1.20", "10.0.0.5", "desk", "desk.local"], Shared.Hosts);
    }

    [Fact]
    public void Welcome_SharedByHttp_ShowsAddressCodeAndWarning()
    {
        var text = new WelcomeText(new Uri("http://localhost:5080"), Shared.Url, Shared, "ABCD-EFGH").ToString();

        Assert.Contains("http://localhost:5080", text, StringComparison.Ordinal);
        Assert.Contains("http://192.168.1.20:5080", text, StringComparison.Ordinal);
        Assert.Contains("http://10.0.0.5:5080", text, StringComparison.Ordinal);
        Assert.Contains("▄▄▄▄▄", text, StringComparison.Ordinal);
        Assert.Contains("plain HTTP", text, StringComparison.Ordinal);
        Assert.Contains("ABCD-EFGH", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Welcome_NotShared_ShowsTheAddressAlone()
    {
        var text = new WelcomeText(new Uri("http://localhost:5080"), null, SharedAddresses.None, null).ToString();

        Assert.Contains("http://localhost:5080", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("setup code", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Welcome_SharedByHttps_WarnsOfNothing()
    {
        var text = new WelcomeText(new Uri("http://localhost:5080"), new Uri("https://stretch.example.com"), Shared, null).ToString();

        Assert.Contains("https://stretch.example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Welcome_SharedWithoutANetwork_SaysSo()
    {
        var alone = SharedAddresses.Of([BindingAddress.Parse("http://localhost:5080")], [], "desk");

        var text = new WelcomeText(new Uri("http://localhost:5080"), null, alone, null).ToString();

        Assert.Contains("nobody else can reach it", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", false, true)]
    [InlineData("Production", false, false)]
    [InlineData("Development", true, false)]
    public async Task Start_SharedOrNot_DecidesOnTheDemo(string environment, bool share, bool demo)
    {
        await using var server = new TestServer
        {
            EnvironmentName = environment,
            Settings = new() { ["Sharing:Enabled"] = $"{share}" },
            DemoByDefault = true,
        };

        Assert.Equal(demo, (await server.CreateVisitor().ReadAsync("/api/site")).GetProperty("demo").GetBoolean());
    }

    [Fact]
    public async Task Start_Shared_ListensEverywhereAndAnswersToTheMachine()
    {
        await using var server = new TestServer { Settings = new() { ["Sharing:Enabled"] = "true", ["urls"] = "http://localhost:5987" } };
        var shared = server.Services.GetRequiredService<SharedAddresses>();
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Host = shared.Hosts[^1];

        var site = await browser.ReadAsync("/api/site");

        Assert.Equal("http://*:5987", server.Services.GetRequiredService<IConfiguration>()["urls"]);
        Assert.Equal(shared.Url ?? new Uri($"http://{shared.Hosts[^1]}"), new Uri(site.GetProperty("publicUrl").GetString()!));
    }

    [Fact]
    public async Task Start_SharedWithAPublicUrl_KeepsIt()
    {
        await using var server = new TestServer
        {
            Settings = new() { ["Sharing:Enabled"] = "true", ["Server:PublicUrl"] = "https://stretch.example.com" },
        };

        var site = await server.CreateVisitor().ReadAsync("/api/site");

        Assert.Equal("https://stretch.example.com/", site.GetProperty("publicUrl").GetString());
    }
}
