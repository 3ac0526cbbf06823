using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.Accounts;

[Trait("Category", "Faults")]
public sealed class SignOutTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public SignOutTests() => _server = new TestServer { Clock = _clock };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task LogOut_CopiedCookie_IsRefusedAfterwards()
    {
        var person = await _server.RegisterAsync();
        var copy = Copy(person);
        await copy.ReadAsync("/api/account");

        using var left = await person.Browser.PostAsync("/api/account/logout", null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/api/account")).StatusCode);
    }

    [Fact]
    public async Task LogOut_CookieRenewedSince_RefusesTheFirstOneToo()
    {
        var person = await _server.RegisterAsync();
        var copy = Copy(person);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await person.Browser.ReadAsync("/api/account");

        using var left = await person.Browser.PostAsync("/api/account/logout", null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/api/account")).StatusCode);
    }

    [Fact]
    public async Task LogOut_ServerStartsAgain_StillRefusesTheCopy()
    {
        var person = await _server.RegisterAsync();
        var cookie = person.Cookies.Header;
        using var left = await person.Browser.PostAsync("/api/account/logout", null);

        await using var restarted = new TestServer { Folder = _server.Folder, Clock = _clock };
        var copy = restarted.CreateVisitor();
        copy.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/api/account")).StatusCode);
    }

    [Fact]
    public async Task LogOut_ThroughAnotherNode_RefusesTheCopyWithinTheInterval()
    {
        var person = await _server.RegisterAsync();
        await using var other = new TestServer { Folder = _server.Folder, Clock = _clock };
        var there = other.CreateVisitor();
        there.DefaultRequestHeaders.Add("Cookie", person.Cookies.Header);
        await there.ReadAsync("/api/account");
        using var left = await person.Browser.PostAsync("/api/account/logout", null);

        var status = HttpStatusCode.OK;
        for (var tries = 0; tries < 100 && status == HttpStatusCode.OK; tries++)
        {
            _clock.Advance(RevokedSignIns.Interval / 10);
            using var answer = await there.GetAsync("/api/account");
            status = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task LogOut_LongAgo_IsForgottenOnceTheCookieHasExpired()
    {
        var person = await _server.RegisterAsync();
        using var left = await person.Browser.PostAsync("/api/account/logout", null);
        var store = _server.Services.GetRequiredService<IRevokedSignInStore>();
        Assert.Single(await store.LoadSinceAsync(DateTimeOffset.UnixEpoch));

        _clock.Advance(TimeSpan.FromDays(31));

        await Wait.UntilAsync(async () => (await store.LoadSinceAsync(DateTimeOffset.UnixEpoch)).IsEmpty);
    }

    private HttpClient Copy(TestPerson person)
    {
        var copy = _server.CreateVisitor();
        copy.DefaultRequestHeaders.Add("Cookie", person.Cookies.Header);
        return copy;
    }
}
