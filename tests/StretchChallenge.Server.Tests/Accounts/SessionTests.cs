using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class SessionTests
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public SessionTests() => _server = new TestServer { Clock = _clock };

    [Fact]
    public async Task Get_NotSignedIn_IsAProblemAndNoRedirect()
    {
        await using var server = _server;

        using var response = await server.CreateVisitor().GetAsync("/api/account");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task Register_Cookie_IsForTheServerAlone(string address, bool secure)
    {
        await using var server = _server;
        var browser = server.CreateVisitor();
        browser.BaseAddress = new Uri(address);

        using var response = await browser.PostAsJsonAsync("/api/account/register", server.Registration());

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("http://localhost", "http://localhost:81")]
    [InlineData("https://localhost", "http://localhost")]
    [InlineData("https://localhost", "https://localhost:444")]
    public async Task Register_OnTwoInstallationsOfOneHost_StaysSignedInAtBoth(string first, string second)
    {
        await using var server = _server;
        await using var other = new TestServer { Clock = _clock };
        var cookies = new CookieJar();
        var browser = server.CreateVisitor(cookies);
        browser.BaseAddress = new Uri(first);
        await TestPerson.RegisterAsync(browser, setupCode: server.SetupCode);
        var name = Assert.Single(cookies.Header.Split("; ")).Split('=')[0];

        var elsewhere = other.CreateVisitor();
        elsewhere.BaseAddress = new Uri(second);
        elsewhere.DefaultRequestHeaders.Add("Cookie", cookies.Header);
        using var registration = await elsewhere.PostAsJsonAsync("/api/account/register", other.Registration());

        Assert.Equal(HttpStatusCode.Created, registration.StatusCode);
        Assert.DoesNotContain(registration.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Register_ByHttpsAndThenByHttp_HasACookieForEach()
    {
        await using var server = _server;
        var names = new List<string>();
        foreach (var address in new[] { "https://localhost", "http://localhost" })
        {
            var browser = server.CreateVisitor();
            browser.BaseAddress = new Uri(address);
            using var response = await browser.PostAsJsonAsync("/api/account/register", server.Registration());
            names.Add(response.Headers.GetValues("Set-Cookie").Single().Split('=')[0]);
        }

        Assert.Equal(2, names.Distinct().Count());
    }

    [Fact]
    public async Task Get_CookieHasTheNameOfEarlierVersions_IsSignedInUntilSigningOut()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Add("Cookie", $"stretch={person.Cookies.Header.Split('=', 2)[1]}");

        await browser.ReadAsync("/api/account");
        using var signedOut = await browser.PostAsync("/api/account/logout", null);

        Assert.Contains(signedOut.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("stretch=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LogOut_SignedInOrNot_EndsTheSession()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();

        var first = await person.Browser.PostAsync("/api/account/logout", null);
        var second = await person.Browser.PostAsync("/api/account/logout", null);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Browser.GetAsync("/api/account")).StatusCode);
    }

    [Theory]
    [InlineData("stretch=garbage")]
    [InlineData("stretch=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Get_ForgedCookie_IsNotSignedIn(string cookie)
    {
        await using var server = _server;
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        using var response = await browser.GetAsync("/api/account");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Get_CredentialsChangedSince_EndsTheSessionWithinAMinute()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();
        var accounts = server.Services.GetRequiredService<IAccountStore>();
        var account = (await accounts.FindAsync(new UserId(person.Id)))!;
        var update = await accounts.UpdateAsync(account with { SecurityStamp = "new", ConcurrencyStamp = "new" }, account.ConcurrencyStamp);

        _clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.Equal(AccountUpdate.Updated, update);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Browser.GetAsync("/api/account")).StatusCode);
    }

    [Fact]
    public async Task Get_EveryDayForAYear_StaysSignedIn()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();

        for (var day = 0; day < 365; day += 20)
        {
            _clock.Advance(TimeSpan.FromDays(20));
            await person.Browser.ReadAsync("/api/account");
        }
    }
}
