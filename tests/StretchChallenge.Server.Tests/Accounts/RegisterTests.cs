using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class RegisterTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Path = "/api/account/register";

    [Fact]
    public async Task Register_Valid_SignsInAtOnce()
    {
        var browser = server.CreateVisitor();
        var registration = server.Registration();

        using var response = await browser.PostAsJsonAsync(Path, registration);
        var created = await response.ReadAsync(HttpStatusCode.Created);
        var account = await browser.ReadAsync("/api/account");

        Assert.Equal("/api/account", response.Headers.Location?.ToString());
        Assert.Equal(created.ToString(), account.ToString());
        Assert.Equal(registration["email"], account.GetProperty("email").GetString());
        Assert.Equal("Europe/Berlin", account.GetProperty("timeZone").GetString());
        Assert.False(account.GetProperty("showName").GetBoolean());
    }

    [Fact]
    public async Task Register_Nothing_NamesEveryMissingField()
    {
        using var response = await server.CreateVisitor().PostTextAsync(Path, "{}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "email", "password", "displayName", "timeZone");
    }

    [Theory]
    [InlineData("email", "ann")]
    [InlineData("email", "@example.com")]
    [InlineData("email", "ann@")]
    [InlineData("email", "ann@exa mple.com")]
    [InlineData("email", "ann@example..com")]
    [InlineData("email", "ann@bob@example.com")]
    [InlineData("email", "Ann <ann@example.com>")]
    [InlineData("email", "ann@example.com\r\nBcc: bob@example.com")]
    [InlineData("password", "short")]
    [InlineData("password", "12345678")]
    [InlineData("password", "Password1")]
    [InlineData("password", "SonnenSchein")]
    [InlineData("password", "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44")]
    [InlineData("password", "aaaaaaaaaaaa")]
    [InlineData("password", "😀😀🎉🎉")]
    [InlineData("displayName", "   ")]
    [InlineData("displayName", "\u202e\u200b\u0007")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("timeZone", "../../etc/passwd")]
    [InlineData("timeZone", "posix/Europe/Berlin")]
    [InlineData("timeZone", "W. Europe Standard Time")]
    [InlineData("timeZone", "Europe/Berlin\n")]
    public async Task Register_WrongField_NamesIt(string field, string value)
    {
        var registration = server.Registration();
        registration[field] = value;

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
    }

    [Theory]
    [InlineData("email", 255)]
    [InlineData("password", 129)]
    [InlineData("displayName", 61)]
    [InlineData("timeZone", 30_000)]
    public async Task Register_TooLongField_NamesIt(string field, int length)
    {
        var registration = server.Registration();
        registration[field] = field == "email" ? $"ann@{new string('x', length)}" : string.Concat(Enumerable.Repeat("xy", length))[..length];

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", field);
    }

    [Theory]
    [InlineData("email", 7)]
    [InlineData("password", true)]
    [InlineData("displayName", new[] { "Ann" })]
    public async Task Register_FieldOfAnotherKind_NamesIt(string field, object value)
    {
        var registration = server.Registration();
        registration[field] = value;

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", field);
    }

    [Theory]
    [InlineData("isSiteAdministrator", true)]
    [InlineData("roles", "siteAdministrator")]
    [InlineData("id", "1")]
    public async Task Register_UnknownField_NamesIt(string field, object value)
    {
        var registration = server.Registration();
        registration[field] = value;

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", field);
    }

    [Theory]
    [InlineData("benedikta.long@example.com", "Ann", "benedikta.long@example.com")]
    [InlineData("benedikta.longer@example.com", "Ann", "Benedikta.Longer")]
    [InlineData("someone.else@example.com", "Benedikta Müller", "Benedikta Mu\u0308ller")]
    public async Task Register_PasswordIsOwnEmailOrName_IsRefused(string email, string name, string password)
    {
        var registration = server.Registration(email);
        registration["displayName"] = name;
        registration["password"] = password;

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
    }

    [Theory]
    [InlineData("calm hamstrings")]
    [InlineData("🎉 eight signs ✓")]
    [InlineData("onlylowercaseletters")]
    public async Task Register_LongEnough_NeedsNoMixtureOfSigns(string password)
    {
        var registration = server.Registration();
        registration["password"] = password;

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, registration);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("  Ann\t\r\n  Lee ", "Ann Lee")]
    [InlineData("Ann\u202egro.live", "Anngro.live")]
    [InlineData("A\u0308nne", "Änne")]
    [InlineData("👩‍💻 Ann", "👩‍💻 Ann")]
    [InlineData("<b>Ann</b>", "<b>Ann</b>")]
    public async Task Register_DisplayName_IsCleaned(string entered, string shown)
    {
        var person = await server.RegisterAsync(entered);

        var account = await person.Browser.ReadAsync("/api/account");

        Assert.Equal(shown, account.GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Register_EmailTakenInOtherCase_IsConflict()
    {
        var person = await server.RegisterAsync();

        using var response = await server.CreateVisitor().PostAsJsonAsync(Path, server.Registration(person.Email.ToUpperInvariant()));

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "email-taken", "email");
    }

    [Fact]
    public async Task Register_SameEmailAtOnce_OneSucceeds()
    {
        var email = TestPerson.NewEmail();

        var responses = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => server.CreateVisitor().PostAsJsonAsync(Path, server.Registration(email))));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.All(responses, response => Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
    }
}
