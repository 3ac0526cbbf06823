using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Tests.Security;

public sealed class KeyTests
{
    private static readonly string OtherKey = Convert.ToBase64String(new byte[32]);

    [Fact]
    public async Task Keys_InTheDatabase_AreEncrypted()
    {
        await using var server = new TestServer();
        await server.RegisterAsync();

        var elements = await server.Services.GetRequiredService<IKeyStore>().LoadAsync();

        Assert.NotEmpty(elements);
        Assert.All(elements, element => Assert.Contains("encryptedSecret", element, StringComparison.Ordinal));
        Assert.DoesNotContain(elements, element => element.Contains("<value>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_SameKey_KeepsPeopleSignedIn()
    {
        await using var server = new TestServer();
        var cookies = new CookieJar();
        var person = await TestPerson.RegisterAsync(server.CreateVisitor(cookies), setupCode: server.SetupCode);
        var setupCode = server.Services.GetRequiredService<SetupCode>().ToString();

        await using var restarted = new TestServer { Folder = server.Folder };
        var browser = restarted.CreateVisitor();
        browser.DefaultRequestHeaders.Add("Cookie", cookies.Header);

        Assert.Equal(person.Id, (await browser.ReadAsync("/api/account")).GetProperty("id").GetString());
        Assert.Equal(setupCode, restarted.Services.GetRequiredService<SetupCode>().ToString());
    }

    [Fact]
    public async Task Restart_OtherKey_SignsEverybodyOutAndGoesOn()
    {
        await using var server = new TestServer();
        var cookies = new CookieJar();
        await TestPerson.RegisterAsync(server.CreateVisitor(cookies), setupCode: server.SetupCode);

        await using var restarted = new TestServer { Folder = server.Folder, Settings = new() { ["Secrets:MasterKey"] = OtherKey } };
        var browser = restarted.CreateVisitor();
        browser.DefaultRequestHeaders.Add("Cookie", cookies.Header);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/account")).StatusCode);
        await restarted.RegisterAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("too short")]
    public async Task Start_PostgreSqlWithoutAKey_IsRefused(string? key)
    {
        await using var server = new TestServer { Settings = new() { ["Ledger:Provider"] = "PostgreSql" } };
        if (key is not null)
        {
            server.Settings["Secrets:MasterKey"] = key;
        }

        var refusal = Assert.Throws<OptionsValidationException>(() => server.Services);

        Assert.Contains("Secrets:MasterKey", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_KeyFileNamed_LiesThere()
    {
        await using var server = new TestServer();
        server.Settings["Secrets:KeyFile"] = Path.Combine(server.Folder, "elsewhere", "key");

        await server.RegisterAsync();

        Assert.True(File.Exists(server.Settings["Secrets:KeyFile"]));
        Assert.False(File.Exists(Path.Combine(server.Folder, "master.key")));
    }
}
