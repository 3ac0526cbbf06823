using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class ProfileTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Put_Everything_IsShownAndKept()
    {
        var person = await server.RegisterAsync();
        var change = new { displayName = " Bo ", timeZone = "Asia/Tokyo", workDays = new[] { "Tue", "Mon" }, showName = true };

        using var response = await person.Browser.PutAsJsonAsync("/api/account", change);
        var answered = await response.ReadAsync();
        var account = await person.Browser.ReadAsync("/api/account");

        Assert.Equal(answered.ToString(), account.ToString());
        Assert.Equal("Bo", account.GetProperty("displayName").GetString());
        Assert.Equal("Asia/Tokyo", account.GetProperty("timeZone").GetString());
        Assert.Equal(["Mon", "Tue"], account.GetProperty("workDays").Deserialize<string[]>()!);
        Assert.True(account.GetProperty("showName").GetBoolean());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"displayName":null,"timeZone":null,"workDays":null,"showName":null}""")]
    public async Task Put_Nothing_ChangesNothing(string body)
    {
        var person = await server.RegisterAsync();
        var before = await person.Browser.ReadAsync("/api/account");

        var after = await (await PutAsync(person, body)).ReadAsync();

        Assert.Equal(before.ToString(), after.ToString());
    }

    [Theory]
    [InlineData("""{"displayName":""}""", "displayName")]
    [InlineData("""{"timeZone":"Nowhere"}""", "timeZone")]
    [InlineData("""{"workDays":[]}""", "workDays")]
    [InlineData("""{"workDays":["Mo"]}""", "workDays")]
    [InlineData("""{"workDays":[null]}""", "workDays")]
    [InlineData("""{"workDays":["Mon","Tue","Wed","Thu","Fri","Sat","Sun","Mon"]}""", "workDays")]
    [InlineData("""{"displayName":"","timeZone":"","workDays":[]}""", "displayName", "timeZone", "workDays")]
    public async Task Put_WrongFields_NamesThemAndChangesNothing(string body, params string[] fields)
    {
        var person = await server.RegisterAsync();
        var before = await person.Browser.ReadAsync("/api/account");

        using var response = await PutAsync(person, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", fields);
        Assert.Equal(before.ToString(), (await person.Browser.ReadAsync("/api/account")).ToString());
    }

    [Theory]
    [InlineData("""{"showName":"yes"}""", "showName")]
    [InlineData("""{"workDays":"Mon"}""", "workDays")]
    [InlineData("""{"email":"bo@example.com"}""", "email")]
    [InlineData("""{"roles":["siteAdministrator"]}""", "roles")]
    [InlineData("""{"displayName":"Bo","displayName":"Cy"}""", "displayName")]
    public async Task Put_FieldOfAnotherKindOrUnknown_NamesIt(string body, string field)
    {
        var person = await server.RegisterAsync();

        using var response = await PutAsync(person, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", field);
    }

    [Fact]
    public async Task Put_NotSignedIn_IsRefused()
    {
        using var response = await server.CreateVisitor().PutAsJsonAsync("/api/account", new { displayName = "Bo" });

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private static Task<HttpResponseMessage> PutAsync(TestPerson person, string body) =>
        person.Browser.PutAsync("/api/account", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
}
