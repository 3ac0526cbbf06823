using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class FirstAccountTests
{
    private readonly TestServer _server = new();

    [Fact]
    public async Task First_WithTheCode_AdministersTheSite()
    {
        await using var server = _server;

        var first = await server.RegisterAsync();
        var second = await server.RegisterAsync();

        Assert.Equal(["siteAdministrator"], await RolesAsync(first));
        Assert.Empty(await RolesAsync(second));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData(null, "setup-code-needed")]
    [InlineData(" ", "setup-code-needed")]
    [InlineData("AAAA-AAAA-AAAA-AAAA", "setup-code-wrong")]
    public async Task First_OnThisMachineWithoutTheCode_IsRefused(string? code, string problem)
    {
        await using var server = _server;

        using var response = await server.CreateVisitor()
            .PostAsJsonAsync("/api/account/register", TestPerson.Registration(setupCode: code));

        await response.ReadProblemAsync(HttpStatusCode.Forbidden, problem, "setupCode");
        Assert.False(await server.Services.GetRequiredService<IAccountStore>().AnyPersonAsync());
    }

    [Fact]
    public async Task First_FromElsewhereWithTheCode_AdministersTheSite()
    {
        await using var server = _server;
        var code = server.Services.GetRequiredService<SetupCode>().ToString();

        using var response = await RegisterElsewhereAsync(server, $" {code.ToLowerInvariant().Replace('-', ' ')} ");

        var account = await response.ReadAsync(HttpStatusCode.Created);
        Assert.Equal("siteAdministrator", account.GetProperty("roles")[0].GetString());
    }

    [Fact]
    public async Task Second_FromElsewhere_NeedsNoCode()
    {
        await using var server = _server;
        await server.RegisterAsync();

        using var response = await RegisterElsewhereAsync(server, code: null);

        var account = await response.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(0, account.GetProperty("roles").GetArrayLength());
    }

    [Fact]
    public async Task First_ManyAtOnce_OneAdministersTheSite()
    {
        await using var server = _server;

        var people = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => server.RegisterAsync()));
        var roles = await Task.WhenAll(people.Select(RolesAsync));

        Assert.Single(roles, own => own.Length > 0);
    }

    [Fact]
    public async Task First_AfterAGuest_StillAdministersTheSite()
    {
        await using var server = _server;
        var guest = new AccountRecord(
            new UserId("guest"), null, null, "Guest", "Europe/Berlin", false, null, "s", "c", null, 0, false, AccountKind.Guest, DateTimeOffset.UnixEpoch);
        await server.Services.GetRequiredService<IAccountStore>().CreateAsync(guest, mayBeFirst: false);

        Assert.Equal(["siteAdministrator"], await RolesAsync(await server.RegisterAsync()));
    }

    [Fact]
    public async Task Site_BeforeAndAfterTheFirst_TellsWhetherTheCodeIsNeeded()
    {
        await using var server = _server;
        var elsewhere = CreateElsewhere(server);

        var here = (await server.CreateVisitor().ReadAsync("/api/site")).GetProperty("signUpNeedsSetupCode").GetBoolean();
        var before = (await elsewhere.ReadAsync("/api/site")).GetProperty("signUpNeedsSetupCode").GetBoolean();
        await server.RegisterAsync();
        var after = (await elsewhere.ReadAsync("/api/site")).GetProperty("signUpNeedsSetupCode").GetBoolean();

        Assert.Equal((true, true, false), (here, before, after));
    }

    private static HttpClient CreateElsewhere(TestServer server)
    {
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Add(RemoteAddress.Header, RemoteAddress.Elsewhere);
        return browser;
    }

    private static Task<HttpResponseMessage> RegisterElsewhereAsync(TestServer server, string? code)
    {
        var registration = TestPerson.Registration();
        registration["setupCode"] = code;
        return CreateElsewhere(server).PostAsJsonAsync("/api/account/register", registration);
    }

    private static async Task<string[]> RolesAsync(TestPerson person) =>
        (await person.Browser.ReadAsync("/api/account")).GetProperty("roles").Deserialize<string[]>()!;
}
