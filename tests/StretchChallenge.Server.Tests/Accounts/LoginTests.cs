using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

public sealed class LoginTests
{
    private const string Path = "/api/account/login";

    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public LoginTests() => _server = new TestServer { Clock = _clock };

    [Fact]
    public async Task LogIn_RightPassword_SignsIn()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();
        var browser = server.CreateVisitor();

        var account = await (await LogInAsync(browser, person.Email.ToUpperInvariant(), person.Password)).ReadAsync();

        Assert.Equal(person.Id, account.GetProperty("id").GetString());
        Assert.Equal(person.Id, (await browser.ReadAsync("/api/account")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task LogIn_WrongEmailOrPassword_GetsTheSameAnswer()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();

        var answers = new List<string>();
        foreach (var (email, password) in new[]
        {
            (person.Email, "another password"),
            (TestPerson.NewEmail(), person.Password),
            ("no e-mail at all", "x"),
        })
        {
            using var response = await LogInAsync(server.CreateVisitor(), email, password);
            var problem = await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in-failed");
            Assert.False(response.Headers.Contains("Set-Cookie"));
            answers.Add(problem.GetProperty("detail").GetString()!);
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task LogIn_RightManyTimesAtOnce_AlwaysWorks()
    {
        await using var server = _server;
        var person = await server.RegisterAsync();
        await LogInAsync(server.CreateVisitor(), person.Email, "another password");

        var responses = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => LogInAsync(server.CreateVisitor(), person.Email, person.Password)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Theory]
    [InlineData("{}", "email", "password")]
    [InlineData("""{"email":"ann@example.com"}""", "password")]
    [InlineData("""{"email":"","password":"x"}""", "email")]
    public async Task LogIn_MissingFields_NamesThem(string body, params string[] fields)
    {
        await using var server = _server;

        using var response = await server.CreateVisitor().PostTextAsync(Path, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", fields);
    }

    [Fact]
    public async Task LogIn_HugePassword_IsRefused()
    {
        await using var server = _server;

        using var response = await LogInAsync(server.CreateVisitor(), "ann@example.com", new string('x', 20_000));

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient browser, string email, string password) =>
        browser.PostAsJsonAsync(Path, new { email, password });
}
