using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Tests.Accounts;

/// <summary>E-mails and passwords are the same in every spelling that a keyboard, a phone or a copied text gives them.</summary>
[Trait("Category", "Faults")]
public sealed class SpellingTests(SpellingTests.LenientServer server) : IClassFixture<SpellingTests.LenientServer>
{
    private const string Composed = "P\u00e4ssw\u00f6rter1";
    private const string Decomposed = "Pa\u0308sswo\u0308rter1";

    private readonly LenientServer _server = server;

    [Theory]
    [InlineData("{0}@example.com\u200b", "{0}@example.com")]
    [InlineData("{0}@example.com", "{0}@example.com\u00ad")]
    [InlineData("{0}\ufeff@example.com", "{0}@example.com")]
    [InlineData("{0}@exam\u202aple.com", "{0}@example.com")]
    [InlineData("{0}\u200d@example.com", "{0}@example.com")]
    [InlineData("{0}@example.com\u3164", "{0}@example.com")]
    [InlineData("{0}@example.com", "{0}@example.com\ufe0f")]
    [InlineData("{0}@m\u00fcller.example", "{0}@xn--mller-kva.example")]
    [InlineData("{0}@xn--mller-kva.example", "{0}@M\u00dcLLER.example")]
    public async Task Email_InAnotherSpelling_SignsInAndIsTaken(string registered, string typed)
    {
        var name = $"spelt{Guid.NewGuid():N}";
        var registration = _server.Registration(string.Format(null, registered, name));
        using var first = await RegisterAsync(registration);

        using var same = await LogInAsync((string)registration["email"]!, (string)registration["password"]!);
        using var other = await LogInAsync(string.Format(null, typed, name), (string)registration["password"]!);
        using var second = await RegisterAsync(_server.Registration(string.Format(null, typed, name)));

        await first.ReadAsync(HttpStatusCode.Created);
        await same.ReadAsync();
        await other.ReadAsync();
        await second.ReadProblemAsync(HttpStatusCode.Conflict, "email-taken", "email");
    }

    [Fact]
    public async Task Email_ThatLooksAlike_IsAnother()
    {
        using var marnie = await RegisterAsync(_server.Registration("marnie@example.com"));
        using var mamie = await RegisterAsync(_server.Registration("mamie@example.com"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (marnie.StatusCode, mamie.StatusCode));
    }

    [Fact]
    public async Task Email_OfInvisibleCharactersAlone_IsMissing()
    {
        using var registered = await RegisterAsync(_server.Registration("\u200b\u3164"));
        using var signedIn = await LogInAsync("\u200b\u3164", "a long enough one");

        await registered.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "email");
        await signedIn.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "email");
    }

    [Theory]
    [InlineData(Composed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    [InlineData("office lamp 12", "o\ufb03ce lamp 12")]
    [InlineData("\uff30\uff41\uff53\uff53 \uff57\uff4f\uff52\uff44\uff53 12", "Pass words 12")]
    public async Task Password_InAnotherSpelling_SignsIn(string registered, string typed)
    {
        var registration = _server.Registration();
        registration["password"] = registered;
        using var created = await RegisterAsync(registration);

        using var response = await LogInAsync((string)registration["email"]!, typed);

        await created.ReadAsync(HttpStatusCode.Created);
        await response.ReadAsync();
    }

    [Fact]
    public async Task Password_CommonInFullWidth_IsRefused()
    {
        var registration = _server.Registration();
        registration["password"] = "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44";

        using var response = await RegisterAsync(registration);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "password");
    }

    [Fact]
    public async Task Password_HashedAsItWasTyped_SignsInAndIsRenewedWithoutSigningOthersOut()
    {
        var person = await _server.RegisterAsync();
        var accounts = _server.Services.GetRequiredService<IAccountStore>();
        var stored = (await accounts.FindAsync(new UserId(person.Id)))!;
        var hasher = new PasswordHasher<Account>(_server.Services.GetRequiredService<IOptions<PasswordHasherOptions>>());
        var earlier = stored with { PasswordHash = hasher.HashPassword(null!, Decomposed), ConcurrencyStamp = "earlier" };
        await accounts.UpdateAsync(earlier, stored.ConcurrencyStamp);

        using var asTyped = await LogInAsync(person.Email, Decomposed);
        using var composed = await LogInAsync(person.Email, Composed);
        var renewed = (await accounts.FindAsync(new UserId(person.Id)))!;

        await asTyped.ReadAsync();
        await composed.ReadAsync();
        Assert.Equal(stored.SecurityStamp, renewed.SecurityStamp);
    }

    [Fact]
    public async Task Email_OfTwoEarlierAccountsInTwoSpellings_SignsEachIn()
    {
        var clean = await _server.RegisterAsync();
        var other = await _server.RegisterAsync();
        var spelt = clean.Email.Replace("@", "\u200d@", StringComparison.Ordinal);
        var accounts = _server.Services.GetRequiredService<IAccountStore>();
        var stored = (await accounts.FindAsync(new UserId(other.Id)))!;
        var earlier = stored with { Email = spelt, NormalizedEmail = spelt.ToUpperInvariant(), ConcurrencyStamp = "earlier" };
        await accounts.UpdateAsync(earlier, stored.ConcurrencyStamp);

        using var first = await LogInAsync(clean.Email, clean.Password);
        using var second = await LogInAsync(spelt, other.Password);

        Assert.Equal(clean.Id, (await first.ReadAsync()).Text("id"));
        Assert.Equal(other.Id, (await second.ReadAsync()).Text("id"));
    }

    private Task<HttpResponseMessage> RegisterAsync(Dictionary<string, object?> registration) =>
        _server.CreateVisitor().PostAsJsonAsync("/api/account/register", registration);

    private Task<HttpResponseMessage> LogInAsync(string email, string password) =>
        _server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email, password });

    public sealed class LenientServer : TestServer
    {
        public LenientServer() => Settings["RateLimits:SignIn:Burst"] = "1000";
    }
}
