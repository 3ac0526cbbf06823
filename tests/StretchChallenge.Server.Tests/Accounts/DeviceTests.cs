using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class DeviceTests : IAsyncDisposable
{
    private const string NewPassword = "a quite new one";

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public DeviceTests() => _server = new TestServer { Clock = _clock };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task List_SeveralDevices_MarksThisOneAndNamesTheirBrowsers()
    {
        var ann = await _server.RegisterAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        var phone = await SignInWithAsync(ann, "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");

        var devices = (await phone.Browser.ReadAsync("/api/account/devices")).EnumerateArray().ToList();

        Assert.Equal(["Firefox, Android", null], devices.Select(device => device.GetProperty("browser").GetString()));
        Assert.Equal([true, false], devices.Select(device => device.GetProperty("current").GetBoolean()));
        Assert.Equal(_clock.GetUtcNow(), devices[0].GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal([false, true], (await ann.Browser.ReadAsync("/api/account/devices")).EnumerateArray().Select(device => device.GetProperty("current").GetBoolean()));
    }

    [Fact]
    public async Task List_UsedLater_TellsTheHour()
    {
        var ann = await _server.RegisterAsync();
        _clock.Advance(SignIns.Accuracy + TimeSpan.FromMinutes(1));
        await ann.Browser.ReadAsync("/api/account");
        var used = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(5));

        var device = Assert.Single((await ann.Browser.ReadAsync("/api/account/devices")).EnumerateArray());

        Assert.Equal(used, device.GetProperty("lastUsedAt").GetDateTimeOffset());
        Assert.Equal(TestDay.WednesdayMorning, device.GetProperty("createdAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task End_AnotherDevice_EndsItsCookieAndHubAtOnce()
    {
        var ann = await _server.RegisterAsync();
        var phone = await ann.SignInAsync(_server);
        await using var screen = await _server.ConnectAsync(phone);
        await using var own = await _server.ConnectAsync(ann);
        var other = Other(await ann.Browser.ReadAsync("/api/account/devices"));

        using var ended = await ann.Browser.DeleteAsync($"/api/account/devices/{other}");

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Browser.GetAsync("/api/account")).StatusCode);
        await own.CallAsync("Sync", 1);
        Assert.Single((await ann.Browser.ReadAsync("/api/account/devices")).EnumerateArray());
        using var again = await ann.Browser.DeleteAsync($"/api/account/devices/{other}");
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-device");
    }

    [Fact]
    public async Task End_DeviceOfSomebodyElse_IsUnknown()
    {
        var ann = await _server.RegisterAsync();
        var eve = await _server.RegisterAsync("Eve");
        var own = (await ann.Browser.ReadAsync("/api/account/devices"))[0].Text("id");

        using var refused = await eve.Browser.DeleteAsync($"/api/account/devices/{own}");

        await refused.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-device");
        await ann.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task LogOut_Device_LeavesTheList()
    {
        var ann = await _server.RegisterAsync();
        var phone = await ann.SignInAsync(_server);
        using var left = await phone.Browser.PostAsync("/api/account/logout", null);

        Assert.Single((await ann.Browser.ReadAsync("/api/account/devices")).EnumerateArray());
    }

    [Fact]
    public async Task ChangePassword_Right_KeepsThisDeviceAndEndsTheOthers()
    {
        var ann = await _server.RegisterAsync();
        var phone = await ann.SignInAsync(_server);
        await using var screen = await _server.ConnectAsync(phone);

        using var changed = await ChangeAsync(ann, ann.Password, NewPassword);

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Browser.GetAsync("/api/account")).StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(Assert.Single((await ann.Browser.ReadAsync("/api/account/devices")).EnumerateArray()).GetProperty("current").GetBoolean());
        await using var own = await _server.ConnectAsync(ann);
        await own.CallAsync("WatchMe");
        await (ann with { Password = NewPassword }).SignInAsync(_server);
    }

    [Fact]
    public async Task ChangePassword_Wrong_ChangesNothingAndIsLimited()
    {
        var ann = await _server.RegisterAsync();

        using var wrong = await ChangeAsync(ann, "not my password", NewPassword);
        await wrong.ReadProblemAsync(HttpStatusCode.BadRequest, "password-wrong", "current");
        await ann.SignInAsync(_server);

        var status = HttpStatusCode.BadRequest;
        for (var tries = 0; tries < 30 && status == HttpStatusCode.BadRequest; tries++)
        {
            using var guess = await ChangeAsync(ann, $"guess number {tries}", NewPassword);
            status = guess.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Theory]
    [InlineData(null, "a quite new one", "current")]
    [InlineData("a long enough one", null, "new")]
    [InlineData("a long enough one", "short", "new")]
    [InlineData("a long enough one", "password123", "new")]
    public async Task ChangePassword_Impossible_IsRefused(string? current, string? fresh, string field)
    {
        var ann = await _server.RegisterAsync();

        using var answer = await ChangeAsync(ann, current, fresh);

        await answer.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", "Safari, Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1", "Chrome, iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData("Something else", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void BrowserName_UserAgent_IsRoughlyWhatPeopleCallIt(string? userAgent, string? name) =>
        Assert.Equal(name, BrowserName.Of(userAgent));

    private static string Other(System.Text.Json.JsonElement devices) =>
        devices.EnumerateArray().Single(device => !device.GetProperty("current").GetBoolean()).Text("id");

    private static Task<HttpResponseMessage> ChangeAsync(TestPerson person, string? current, string? fresh) =>
        person.Browser.PostAsJsonAsync("/api/account/password", new { current, @new = fresh });

    private async Task<TestPerson> SignInWithAsync(TestPerson person, string userAgent)
    {
        var cookies = new CookieJar();
        var browser = _server.CreateVisitor(cookies);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        using var response = await browser.PostAsJsonAsync("/api/account/login", new { email = person.Email, password = person.Password });
        await response.ReadAsync();
        return person with { Browser = browser, Cookies = cookies };
    }
}
