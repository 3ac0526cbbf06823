using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class FreshSignInTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private const string Path = "/api/account/confirm";
    private static readonly object _change = new { registration = new { policy = "open" } };

    [Fact]
    public async Task Administration_WriteAfterAWhile_NeedsAFreshSignInThatSurvivesRenewals()
    {
        await using var site = new WednesdayServer();
        var root = await site.RegisterAsync();
        site.Time.Advance(FreshSignIn.Lifetime);
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(root));

        // The cookie is renewed with the security stamp's check, and its sign-in gets no fresher.
        site.Time.Advance(TimeSpan.FromSeconds(31));
        await root.Browser.ReadAsync("/api/account");
        using var refused = await root.Browser.PutAsJsonAsync("/api/admin/settings", _change);
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "fresh-sign-in-needed");
        await root.Browser.ReadAsync("/api/admin/settings");

        Assert.Equal(HttpStatusCode.NoContent, await ConfirmAsync(root, root.Password));
        site.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(root));
        Assert.Single((await root.Browser.ReadAsync("/api/account/devices")).EnumerateArray());
    }

    [Fact]
    public async Task Administration_RefusedWithAnIdempotencyKey_GoesOnAfterTheConfirmation()
    {
        await using var site = new WednesdayServer();
        var root = await site.RegisterAsync();
        site.Time.Advance(FreshSignIn.Lifetime * 2);
        using var refused = await BackUpAsync(root);
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "fresh-sign-in-needed");

        Assert.Equal(HttpStatusCode.NoContent, await ConfirmAsync(root, root.Password));
        using var done = await BackUpAsync(root);

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact]
    public async Task Administration_StrangerAfterAWhile_IsForbiddenAsBefore()
    {
        await server.RegisterAsync("Root");
        var eve = await server.RegisterAsync("Eve");
        server.Time.Advance(FreshSignIn.Lifetime * 2);

        using var refused = await eve.Browser.PutAsJsonAsync("/api/admin/settings", _change);
        using var visitor = await server.CreateVisitor().PutAsJsonAsync("/api/admin/settings", _change);

        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await visitor.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Confirm_OnOneDevice_LeavesTheOthersAsTheyAre()
    {
        await using var site = new WednesdayServer();
        var root = await site.RegisterAsync();
        var phone = await root.SignInAsync(site);
        site.Time.Advance(FreshSignIn.Lifetime * 2);

        Assert.Equal(HttpStatusCode.NoContent, await ConfirmAsync(phone, root.Password));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (await ChangeAsync(root), await ChangeAsync(phone)));
    }

    [Theory]
    [InlineData("{}", "invalid-request")]
    [InlineData("""{"password":""}""", "invalid-request")]
    [InlineData("""{"password":"not the password"}""", "password-wrong")]
    public async Task Confirm_WithoutTheRightPassword_IsRefused(string body, string code)
    {
        var ben = await server.RegisterAsync("Ben");

        using var refused = await ben.Browser.PostTextAsync(Path, body);

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, code, "password");
    }

    [Fact]
    public async Task Confirm_AbsurdlyLongPassword_IsRefused()
    {
        var ben = await server.RegisterAsync("Ben");

        using var refused = await ben.Browser.PostAsJsonAsync(Path, new { password = new string('x', 1025) });

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
    }

    [Fact]
    public async Task Confirm_WrongPasswords_AreCountedAndSlowedDown()
    {
        var ben = await server.RegisterAsync("Ben");
        for (var tries = 0; tries < 10; tries++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await ConfirmAsync(ben, "not the password"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await ConfirmAsync(ben, ben.Password));
    }

    private static async Task<HttpStatusCode> ChangeAsync(TestPerson root)
    {
        using var response = await root.Browser.PutAsJsonAsync("/api/admin/settings", _change);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> ConfirmAsync(TestPerson person, string password)
    {
        using var response = await person.Browser.PostAsJsonAsync(Path, new { password });
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> BackUpAsync(TestPerson root)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admin/backup");
        request.Headers.Add("Idempotency-Key", "backup-1");
        return await root.Browser.SendAsync(request);
    }
}
