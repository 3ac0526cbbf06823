using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Accounts.Passkeys;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts.Passkeys;

public sealed class PasskeyTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private const string Account = "/api/account";
    private const string Another = "http://evil.example";

    private static readonly Dictionary<string, Fraud> _frauds = new()
    {
        ["another origin"] = new Fraud { Origin = Another },
        ["another port"] = new Fraud { Origin = "http://localhost:81" },
        ["no origin"] = new Fraud { Origin = "null" },
        ["a frame of another site"] = new Fraud { CrossOrigin = true },
        ["another challenge"] = new Fraud { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        ["another site"] = new Fraud { RpId = "evil.example" },
        ["another ceremony"] = new Fraud { Type = "webauthn.other" },
        ["nobody verified"] = new Fraud { Unverified = true },
    };

    public static TheoryData<string> Frauds { get; } = [.. _frauds.Keys];

    [Fact]
    public async Task Register_WithAPasskeyAlone_SignsInAndComesBack()
    {
        var (ann, key) = await RegisterAsync();
        var account = await ann.Browser.ReadAsync(Account);
        Assert.False(account.GetProperty("hasPassword").GetBoolean());
        using var left = await ann.Browser.PostAsync($"{Account}/logout", null);

        using var back = await SignInAsync(server.CreateVisitor(), key);

        Assert.Equal(ann.Id, (await back.ReadAsync()).Text("id"));
        Assert.Contains(back.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(KnownDevices.Cookie, StringComparison.Ordinal));
        using var password = await server.CreateVisitor().PostAsJsonAsync($"{Account}/login", new { email = ann.Email, password = "a long enough one" });
        await password.ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task Register_FirstAccount_NeedsTheSetupCodeBeforeThePasskeyIsMade()
    {
        await using var site = new TestServer();
        var browser = site.CreateVisitor();
        var registration = TestPerson.Registration();

        using var refused = await browser.PostAsJsonAsync($"{Account}/register/passkey", registration);
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "setup-code-needed", "setupCode");

        var (first, _) = await RegisterAsync(site);
        Assert.Contains("siteAdministrator", (await first.Browser.ReadAsync(Account)).GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Register_EmailTaken_IsSaidBeforeThePasskeyIsMade()
    {
        var (ann, _) = await RegisterAsync();

        using var refused = await server.CreateVisitor().PostAsJsonAsync($"{Account}/register/passkey", server.Registration(ann.Email.ToUpperInvariant()));

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "email-taken", "email");
    }

    [Fact]
    public async Task Register_AnswerUsedTwice_MakesOneAccount()
    {
        var registration = server.Registration();
        var body = await AnswerAsync(server.CreateVisitor(), registration, new SoftwareAuthenticator());
        using var first = await server.CreateVisitor().PostAsJsonAsync($"{Account}/register", body);
        body["email"] = TestPerson.NewEmail();

        using var second = await server.CreateVisitor().PostAsJsonAsync($"{Account}/register", body);

        await first.ReadAsync(HttpStatusCode.Created);
        await second.ReadProblemAsync(HttpStatusCode.BadRequest, "passkey-invalid", "passkey");
    }

    [Fact]
    public async Task Register_PasskeyOfAnother_IsRefused()
    {
        var (_, key) = await RegisterAsync();
        var body = await AnswerAsync(server.CreateVisitor(), server.Registration(), new SoftwareAuthenticator { CredentialId = key.CredentialId });

        using var refused = await server.CreateVisitor().PostAsJsonAsync($"{Account}/register", body);

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "passkey-invalid", "passkey");
    }

    [Theory]
    [MemberData(nameof(Frauds))]
    public async Task Register_ForgedAnswer_IsRefused(string fraud)
    {
        var body = await AnswerAsync(server.CreateVisitor(), server.Registration(), new SoftwareAuthenticator(), _frauds[fraud]);

        using var refused = await server.CreateVisitor().PostAsJsonAsync($"{Account}/register", body);

        await refused.ReadProblemAsync(HttpStatusCode.BadRequest, "passkey-invalid", "passkey");
    }

    [Theory]
    [MemberData(nameof(Frauds))]
    public async Task SignIn_ForgedAnswer_IsRefused(string fraud)
    {
        var (_, key) = await RegisterAsync();

        using var refused = await SignInAsync(server.CreateVisitor(), key, _frauds[fraud]);

        await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Fact]
    public async Task SignIn_AnotherKeyOrPerson_IsRefused()
    {
        var (ann, key) = await RegisterAsync();
        var (ben, _) = await RegisterAsync();
        var copy = new SoftwareAuthenticator { CredentialId = key.CredentialId };

        foreach (var (used, fraud) in new[]
        {
            (key, new Fraud { UserHandle = ben.Id }),
            (key, new Fraud { UserHandle = "nobody" }),
            (key, new Fraud { BreakSignature = true }),
            (copy, new Fraud { UserHandle = ann.Id, Count = 100 }),
        })
        {
            using var refused = await SignInAsync(server.CreateVisitor(), used, fraud);
            await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
        }
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(0u)]
    public async Task SignIn_AnswerUsedTwice_IsRefused(uint count)
    {
        var (_, key) = await RegisterAsync(key: new SoftwareAuthenticator { Count = count });
        var browser = server.CreateVisitor();
        var (state, options) = await BeginAsync(browser);
        var answer = new { state, credential = key.Use(options) };
        using var first = await browser.PostAsJsonAsync($"{Account}/login/passkey", answer);

        using var second = await server.CreateVisitor().PostAsJsonAsync($"{Account}/login/passkey", answer);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await second.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Fact]
    public async Task SignIn_CounterFallsBack_IsRefused()
    {
        var (_, key) = await RegisterAsync(key: new SoftwareAuthenticator { Count = 5 });

        foreach (var count in new uint[] { 5, 4, 0 })
        {
            using var refused = await SignInAsync(server.CreateVisitor(), key, new Fraud { Count = count });
            await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
        }

        using var grown = await SignInAsync(server.CreateVisitor(), key);
        Assert.Equal(HttpStatusCode.OK, grown.StatusCode);
    }

    [Fact]
    public async Task SignIn_TooLateOrWithTheStateOfAnotherCeremony_IsRefused()
    {
        var (_, key) = await RegisterAsync();
        var browser = server.CreateVisitor();
        var (state, options) = await BeginAsync(browser);
        server.Time.Advance(PasskeyCeremonies.Lifetime);
        using var late = await browser.PostAsJsonAsync($"{Account}/login/passkey", new { state, credential = key.Use(options) });

        var creation = await (await browser.PostAsJsonAsync($"{Account}/register/passkey", server.Registration())).ReadAsync();
        var (_, again) = await BeginAsync(browser);
        using var mixed = await browser.PostAsJsonAsync(
            $"{Account}/login/passkey",
            new { state = creation.Text("state"), credential = key.Use(again, new Fraud { Challenge = creation.GetProperty("options").Text("challenge") }) });

        await late.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
        await mixed.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"state":null,"credential":null}""")]
    [InlineData("""{"state":"a.b c","credential":{}}""")]
    [InlineData("""{"state":"AAAA","credential":{"id":"x"}}""")]
    [InlineData("""{"state":"AAAA","credential":[1]}""")]
    public async Task SignIn_NoAnswerAtAll_IsRefused(string body)
    {
        using var refused = await server.CreateVisitor().PostTextAsync($"{Account}/login/passkey", body);

        await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"response":7}""")]
    [InlineData("""{"id":"AA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"AA"}}""")]
    public async Task SignIn_MalformedCredential_IsRefused(string credential)
    {
        var browser = server.CreateVisitor();
        var (state, _) = await BeginAsync(browser);

        using var refused = await browser.PostAsJsonAsync($"{Account}/login/passkey", new { state, credential = JsonNode.Parse(credential) });

        await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Fact]
    public async Task SignIn_DisabledAccount_IsForbidden()
    {
        await using var site = new TestServer();
        var root = await site.RegisterAsync();
        var (ann, key) = await RegisterAsync(site);
        using var disabled = await root.Browser.PutAsJsonAsync($"/api/admin/accounts/{ann.Id}", new { disabled = true });

        using var refused = await SignInAsync(site.CreateVisitor(), key);

        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "account-disabled");
    }

    [Fact]
    public async Task Begin_WithAPublicAddress_IsBoundToItsHost()
    {
        await using var site = new TestServer { Settings = { ["Server:PublicUrl"] = "https://stretch.example.com" } };
        var (state, options) = await BeginAsync(site.CreateVisitor());

        Assert.NotEmpty(state);
        Assert.Equal("stretch.example.com", options.Text("rpId"));
        Assert.Equal("required", options.Text("userVerification"));
    }

    [Fact]
    public async Task Add_ThenRemove_IsListedWithItsUse()
    {
        await server.RegisterAsync("Root");
        var ben = await server.RegisterAsync("Ben");
        var key = new SoftwareAuthenticator();
        var added = await AddAsync(ben, key, "My phone");
        Assert.Equal(JsonValueKind.Null, Assert.Single(await ListAsync(ben)).GetProperty("lastUsedAt").ValueKind);

        using var signedIn = await SignInAsync(server.CreateVisitor(), key);
        var listed = Assert.Single(await ListAsync(ben));
        Assert.Equal(("My phone", added.Text("id")), (listed.Text("name"), listed.Text("id")));
        Assert.NotEqual(JsonValueKind.Null, listed.GetProperty("lastUsedAt").ValueKind);

        using var removed = await ben.Browser.DeleteAsync($"{Account}/passkeys/{added.Text("id")}");
        using var gone = await SignInAsync(server.CreateVisitor(), key);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await gone.ReadProblemAsync(HttpStatusCode.Unauthorized, "passkey-refused");
    }

    [Fact]
    public async Task Add_AfterAWhile_NeedsAFreshSignInWhichAPasskeyGives()
    {
        var (ann, key) = await RegisterAsync();
        var (_, foreign) = await RegisterAsync();
        server.Time.Advance(FreshSignIn.Lifetime * 2);
        using var stale = await ann.Browser.PostAsync($"{Account}/passkeys/options", null);
        await stale.ReadProblemAsync(HttpStatusCode.Forbidden, "fresh-sign-in-needed");

        using var another = await ConfirmAsync(ann, foreign);
        await another.ReadProblemAsync(HttpStatusCode.BadRequest, "passkey-invalid", "passkey");
        using var own = await ConfirmAsync(ann, key);

        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
        await AddAsync(ann, new SoftwareAuthenticator(), "Second");
    }

    [Fact]
    public async Task Add_WithTheCeremonyOfAnother_IsRefused()
    {
        var (ann, _) = await RegisterAsync();
        var (eve, _) = await RegisterAsync();
        var begun = await (await ann.Browser.PostAsync($"{Account}/passkeys/options", null)).ReadAsync();
        var answer = new { state = begun.Text("state"), credential = new SoftwareAuthenticator().Create(begun.GetProperty("options")) };

        using var others = await eve.Browser.PostAsJsonAsync($"{Account}/passkeys", new { name = "Mine now", passkey = answer });
        using var nameless = await ann.Browser.PostAsJsonAsync($"{Account}/passkeys", new { name = " ", passkey = answer });
        using var empty = await ann.Browser.PostTextAsync($"{Account}/passkeys", "{}");

        await others.ReadProblemAsync(HttpStatusCode.BadRequest, "passkey-invalid", "passkey");
        await nameless.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "name");
        await empty.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "name", "passkey");
    }

    [Fact]
    public async Task Remove_LastMeansOfSigningIn_IsAConflict()
    {
        var (ann, _) = await RegisterAsync();
        var (eve, _) = await RegisterAsync();
        var only = Assert.Single(await ListAsync(ann)).Text("id");

        using var last = await ann.Browser.DeleteAsync($"{Account}/passkeys/{only}");
        using var others = await eve.Browser.DeleteAsync($"{Account}/passkeys/{only}");
        await last.ReadProblemAsync(HttpStatusCode.Conflict, "last-sign-in-means");
        await others.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-passkey");

        using var set = await ann.Browser.PostAsJsonAsync($"{Account}/password", new { @new = "calm hamstrings" });
        using var removed = await ann.Browser.DeleteAsync($"{Account}/passkeys/{only}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (set.StatusCode, removed.StatusCode));
        using var signedIn = await server.CreateVisitor().PostAsJsonAsync($"{Account}/login", new { email = ann.Email, password = "calm hamstrings" });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
    }

    [Fact]
    public async Task SetPassword_WithoutOneAndAfterAWhile_NeedsAFreshSignIn()
    {
        var (ann, _) = await RegisterAsync();
        server.Time.Advance(FreshSignIn.Lifetime * 2);

        using var refused = await ann.Browser.PostAsJsonAsync($"{Account}/password", new { current = "anything", @new = "calm hamstrings" });

        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "fresh-sign-in-needed");
    }

    private async Task<(TestPerson Person, SoftwareAuthenticator Key)> RegisterAsync(TestServer? site = null, SoftwareAuthenticator? key = null)
    {
        site ??= server;
        key ??= new SoftwareAuthenticator();
        var cookies = new CookieJar();
        var browser = site.CreateVisitor(cookies);
        var registration = site.Registration();
        using var response = await browser.PostAsJsonAsync($"{Account}/register", await AnswerAsync(browser, registration, key));
        var account = await response.ReadAsync(HttpStatusCode.Created);
        return (new TestPerson(browser, account.Text("id"), account.Text("email"), "") { Cookies = cookies }, key);
    }

    private static async Task<Dictionary<string, object?>> AnswerAsync(
        HttpClient browser, Dictionary<string, object?> registration, SoftwareAuthenticator key, Fraud? fraud = null)
    {
        var details = new Dictionary<string, object?>(registration);
        details.Remove("password");
        using var response = await browser.PostAsJsonAsync($"{Account}/register/passkey", details);
        var begun = await response.ReadAsync();
        details["passkey"] = new { state = begun.Text("state"), credential = key.Create(begun.GetProperty("options"), fraud) };
        return details;
    }

    private static async Task<(string State, JsonElement Options)> BeginAsync(HttpClient browser)
    {
        using var response = await browser.PostAsync($"{Account}/login/passkey/options", null);
        var begun = await response.ReadAsync();
        return (begun.Text("state"), begun.GetProperty("options"));
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, SoftwareAuthenticator key, Fraud? fraud = null)
    {
        var (state, options) = await BeginAsync(browser);
        return await browser.PostAsJsonAsync($"{Account}/login/passkey", new { state, credential = key.Use(options, fraud) });
    }

    private static async Task<HttpResponseMessage> ConfirmAsync(TestPerson person, SoftwareAuthenticator key)
    {
        var (state, options) = await BeginAsync(person.Browser);
        return await person.Browser.PostAsJsonAsync($"{Account}/confirm", new { passkey = new { state, credential = key.Use(options) } });
    }

    private static async Task<JsonElement> AddAsync(TestPerson person, SoftwareAuthenticator key, string name)
    {
        using var response = await person.Browser.PostAsync($"{Account}/passkeys/options", null);
        var begun = await response.ReadAsync();
        var passkey = new { state = begun.Text("state"), credential = key.Create(begun.GetProperty("options")) };
        using var added = await person.Browser.PostAsJsonAsync($"{Account}/passkeys", new { name, passkey });
        return await added.ReadAsync(HttpStatusCode.Created);
    }

    private static async Task<JsonElement[]> ListAsync(TestPerson person) => [.. (await person.Browser.ReadAsync($"{Account}/passkeys")).EnumerateArray()];
}
