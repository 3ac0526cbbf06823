using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts;

/// <summary>Guessing of passwords is slowed down, and keeps nobody else from signing in.</summary>
[Trait("Category", "Faults")]
public sealed class GuessingTests
{
    private const string Stranger = "203.0.113.9";

    [Fact]
    public async Task LogIn_ManyWrongFromOneAddress_SlowsThatAddressDownAlone()
    {
        await using var server = new TestServer();
        var person = await server.RegisterAsync();
        await GuessAsync(server, person.Email, Stranger, 10);

        using var stranger = await LogInAsync(From(server, Stranger), person.Email, person.Password);
        using var elsewhere = await LogInAsync(From(server, "203.0.113.10"), person.Email, person.Password);

        await stranger.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(stranger.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        await elsewhere.ReadAsync();
    }

    [Fact]
    public async Task LogIn_WrongManyTimesAtOnce_IsSlowedDownToo()
    {
        await using var server = new TestServer();
        var person = await server.RegisterAsync();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => LogInAsync(server.CreateVisitor(), person.Email, "another password")));

        using var response = await LogInAsync(server.CreateVisitor(), person.Email, person.Password);
        await response.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task LogIn_AccountGuessedAtFromEverywhere_KnownDevicesPass()
    {
        await using var server = Limited();
        var person = await server.RegisterAsync();
        using var signedOut = await person.Browser.PostAsync("/api/account/logout", null);
        var signedIn = await person.SignInAsync(server);
        for (var address = 20; address < 25; address++)
        {
            await GuessAsync(server, person.Email, $"203.0.113.{address}", 1);
        }

        using var stranger = await LogInAsync(From(server, Stranger), person.Email, person.Password);
        using var left = await LogInAsync(person.Browser, person.Email, person.Password);
        using var again = await LogInAsync(signedIn.Browser, person.Email, person.Password);

        await stranger.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        await left.ReadAsync();
        await again.ReadAsync();
    }

    [Fact]
    public async Task LogIn_FromABrowserThatIsSignedInSinceRegistration_Passes()
    {
        await using var server = Limited();
        var person = await server.RegisterAsync();
        await GuessAsync(server, person.Email, Stranger, 5);
        await GuessAsync(server, person.Email, "203.0.113.10", 5);

        using var response = await LogInAsync(person.Browser, person.Email, person.Password);

        await response.ReadAsync();
        await person.Browser.ReadAsync("/api/account");
    }

    [Theory]
    [InlineData("of another account")]
    [InlineData("forged")]
    public async Task LogIn_WithADeviceThatIsNotTheAccounts_IsRefused(string device)
    {
        await using var server = Limited();
        var person = await server.RegisterAsync();
        var other = await (await server.RegisterAsync("Eve")).SignInAsync(server);
        await GuessAsync(server, person.Email, Stranger, 5);
        await GuessAsync(server, person.Email, "203.0.113.10", 5);
        var browser = device == "forged" ? server.CreateVisitor() : other.Browser;
        if (device == "forged")
        {
            browser.DefaultRequestHeaders.Add("Cookie", "stretch-device=garbage");
        }

        using var response = await LogInAsync(browser, person.Email, person.Password);

        await response.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task LogIn_OnAKnownDevice_IsSlowedDownByItself()
    {
        await using var server = Limited();
        var person = await (await server.RegisterAsync()).SignInAsync(server);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var wrong = await LogInAsync(person.Browser, person.Email, "another password");
        }

        using var response = await LogInAsync(person.Browser, person.Email, "another password");

        await response.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task LogIn_UnknownAccount_IsRefusedAfterAsManyTries()
    {
        await using var server = Limited();
        var email = TestPerson.NewEmail();
        await GuessAsync(server, email, Stranger, 3);

        using var response = await LogInAsync(From(server, Stranger), email, "another password");

        await response.ReadProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task LogIn_UnknownAccount_CostsAsMuchAsAKnownOne()
    {
        var hasher = new CountingHasher();
        await using var server = new TestServer { Replace = services => services.AddSingleton<IPasswordHasher<Server.Accounts.Identity.Account>>(hasher) };
        var person = await server.RegisterAsync();

        var known = await hasher.CountAsync(() => LogInAsync(server.CreateVisitor(), person.Email, "another pa\u0308ssword"));
        var unknown = await hasher.CountAsync(() => LogInAsync(server.CreateVisitor(), TestPerson.NewEmail(), "another pa\u0308ssword"));

        Assert.Equal((1, 1), (known, unknown));
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task LogIn_DeviceCookie_IsForTheServerAlone(string address, bool secure)
    {
        await using var server = new TestServer();
        var person = await server.RegisterAsync();
        var browser = server.CreateVisitor();
        browser.BaseAddress = new Uri(address);

        using var response = await LogInAsync(browser, person.Email, person.Password);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("stretch-device=", StringComparison.Ordinal));
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.DoesNotContain(person.Id, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/account/login")]
    [InlineData("/api/account/register")]
    public async Task Post_GateIsFull_IsBusyAndSaysWhenToTryAgain(string path)
    {
        await using var server = new TestServer { Replace = services => services.AddSingleton(new PasswordGate(permits: 1)) };
        var gate = server.Services.GetRequiredService<PasswordGate>();
        using var turn = await gate.EnterAsync(CancellationToken.None);
        using var queued = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, PasswordGate.QueuePerPermit).Select(_ => gate.EnterAsync(queued.Token).AsTask()).ToArray();
        var body = TestPerson.Registration();
        object sent = path.EndsWith("login", StringComparison.Ordinal) ? new { email = body["email"], password = body["password"] } : body;

        using var response = await server.CreateVisitor().PostAsJsonAsync(path, sent);

        await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");
        Assert.InRange(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        await queued.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    private static TestServer Limited() => new()
    {
        Settings = new()
        {
            ["RateLimits:SignInFailures:Burst"] = "3",
            ["RateLimits:SignInFailures:PerMinute"] = "1",
            ["RateLimits:SignInToAccount:Burst"] = "4",
            ["RateLimits:SignInToAccount:PerMinute"] = "1",
        },
    };

    private static async Task GuessAsync(TestServer server, string email, string address, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            using var response = await LogInAsync(From(server, address), email, "another password");
        }
    }

    private static HttpClient From(TestServer server, string address)
    {
        var browser = server.CreateVisitor();
        browser.DefaultRequestHeaders.Add(RemoteAddress.Header, address);
        return browser;
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient browser, string email, string password) =>
        browser.PostAsJsonAsync("/api/account/login", new { email, password });

    private sealed class CountingHasher : IPasswordHasher<Server.Accounts.Identity.Account>
    {
        private int _verified;

        public string HashPassword(Server.Accounts.Identity.Account user, string password) => "hash";

        public PasswordVerificationResult VerifyHashedPassword(Server.Accounts.Identity.Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return PasswordVerificationResult.Failed;
        }

        public async Task<int> CountAsync(Func<Task<HttpResponseMessage>> ask)
        {
            var before = _verified;
            using var response = await ask();
            await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in-failed");
            return _verified - before;
        }
    }
}
