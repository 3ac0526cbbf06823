using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Administration;

public sealed class AccountAdministrationTests(AccountAdministrationTests.AdministeredServer server)
    : IClassFixture<AccountAdministrationTests.AdministeredServer>
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task List_Search_FindsByNameAndEmailWithoutSecrets()
    {
        var root = await server.AdministratorAsync();
        var ben = await server.RegisterAsync("Benedikta");
        var challenge = await TestChallenge.CreateAsync(ben, TestDay.Monday);

        var byName = await root.Browser.ReadAsync("/api/admin/accounts?q=nediK");
        var byEmail = await root.Browser.ReadAsync($"/api/admin/accounts?q={Uri.EscapeDataString(ben.Email.ToUpperInvariant())}");

        var found = Assert.Single(byName.EnumerateArray());
        Assert.Equal(ben.Id, Assert.Single(byEmail.EnumerateArray()).Text("id"));
        Assert.Equal(
            ["challenges", "createdAt", "disabled", "email", "id", "name", "siteAdministrator"],
            found.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(("Benedikta", ben.Email, 1), (found.Text("name"), found.Text("email"), found.GetProperty("challenges").GetInt32()));
        Assert.NotNull(challenge.Id);
    }

    [Theory]
    [InlineData("after=nobody", "unknown-person", HttpStatusCode.NotFound)]
    [InlineData("after=a%20b%00", "unknown-person", HttpStatusCode.NotFound)]
    public async Task List_AfterNobody_IsRefused(string query, string code, HttpStatusCode status)
    {
        using var response = await (await server.AdministratorAsync()).Browser.GetAsync($"/api/admin/accounts?{query}");

        await response.ReadProblemAsync(status, code);
    }

    [Fact]
    public async Task List_AbsurdSearch_IsRefusedOrFindsNobody()
    {
        var root = await server.AdministratorAsync();

        using var tooLong = await root.Browser.GetAsync($"/api/admin/accounts?q={new string('x', 101)}");
        await tooLong.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "q");
        Assert.Empty((await root.Browser.ReadAsync("/api/admin/accounts?q=%25%00%5C'--")).EnumerateArray());
    }

    [Fact]
    public async Task Disable_Member_EndsCookieAndHubAtOnceAndRefusesTheSignIn()
    {
        var root = await server.AdministratorAsync();
        var ben = await server.RegisterAsync("Ben");
        await using var screen = await server.ConnectAsync(ben);
        await screen.CallAsync("WatchMe");

        var changed = await ChangeAsync(root, ben, new { disabled = true });

        Assert.True(changed.GetProperty("disabled").GetBoolean());
        await screen.Events.Completion.WaitAsync(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
        using var right = await LogInAsync(ben, ben.Password);
        await right.ReadProblemAsync(HttpStatusCode.Forbidden, "account-disabled");
        using var wrong = await LogInAsync(ben, "another password");
        await wrong.ReadProblemAsync(HttpStatusCode.Unauthorized, "sign-in-failed");

        await ChangeAsync(root, ben, new { disabled = false });
        await ben.SignInAsync(server);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
    }

    [Fact]
    public async Task Delete_Member_EndsTheirSignInAndIsInTheLogWithoutAName()
    {
        var root = await server.AdministratorAsync();
        var ben = await server.RegisterAsync("Ben");

        using var deleted = await root.Browser.DeleteAsync($"/api/admin/accounts/{ben.Id}");
        using var again = await root.Browser.DeleteAsync($"/api/admin/accounts/{ben.Id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-person");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
        var log = (await root.Browser.ReadAsync("/api/admin/audit")).EnumerateArray();
        var entry = Assert.Single(log, entry => entry.Text("action") == "accountDeleted");
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("subject").ValueKind);
    }

    [Fact]
    public async Task Delete_OneselfOrTheOnlyOrganiserOfOthers_IsRefused()
    {
        var root = await server.AdministratorAsync();
        var (ann, ben) = (await server.RegisterAsync("Ann"), await server.RegisterAsync("Ben"));
        await (await TestChallenge.CreateAsync(ann, TestDay.Monday)).JoinAsync(ben);

        using var own = await root.Browser.DeleteAsync($"/api/admin/accounts/{root.Id}");
        using var organiser = await root.Browser.DeleteAsync($"/api/admin/accounts/{ann.Id}");

        await own.ReadProblemAsync(HttpStatusCode.Conflict, "own-account-stays");
        await organiser.ReadProblemAsync(HttpStatusCode.Conflict, "only-organiser");
    }

    [Fact]
    public async Task Disable_Oneself_IsRefused()
    {
        var root = await server.AdministratorAsync();

        using var refused = await PutAsync(root, root, new { disabled = true });

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "own-account-stays", "disabled");
        await root.Browser.ReadAsync("/api/admin/status");
    }

    [Fact]
    public async Task Demote_LastAdministrator_IsRefused()
    {
        await using var alone = new AdministeredServer();
        var root = await alone.AdministratorAsync();
        var ben = await alone.RegisterAsync("Ben");
        await ChangeAsync(root, ben, new { disabled = true, siteAdministrator = true });

        using var refused = await PutAsync(root, root, new { siteAdministrator = false });

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "last-administrator");
        await root.Browser.ReadAsync("/api/admin/status");
    }

    [Fact]
    public async Task Demote_AdministratorsEachOtherAtOnce_OneIsLeft()
    {
        await using var two = new AdministeredServer();
        var root = await two.AdministratorAsync();
        var ben = await two.RegisterAsync("Ben");
        await ChangeAsync(root, ben, new { siteAdministrator = true });

        var answers = await Task.WhenAll(
            PutAsync(root, ben, new { siteAdministrator = false }), PutAsync(ben, root, new { siteAdministrator = false }));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        var left = new List<HttpStatusCode>();
        foreach (var person in new[] { root, ben })
        {
            using var look = await person.Browser.GetAsync("/api/admin/accounts");
            left.Add(look.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], left.Order());
    }

    [Fact]
    public async Task Promote_ThenDemote_AppliesToTheNextRequest()
    {
        var root = await server.AdministratorAsync();
        var ben = await server.RegisterAsync("Ben");

        await ChangeAsync(root, ben, new { siteAdministrator = true });
        Assert.Equal("siteAdministrator", (await ben.Browser.ReadAsync("/api/account")).GetProperty("roles")[0].GetString());
        await ben.Browser.ReadAsync("/api/admin/accounts");

        await ChangeAsync(root, ben, new { siteAdministrator = false });
        using var refused = await ben.Browser.GetAsync("/api/admin/accounts");
        await refused.ReadProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Empty((await ben.Browser.ReadAsync("/api/account")).GetProperty("roles").EnumerateArray());
    }

    [Fact]
    public async Task SignOut_Member_EndsEveryDeviceAndHubAtOnce()
    {
        var root = await server.AdministratorAsync();
        var ben = await server.RegisterAsync("Ben");
        var phone = await ben.SignInAsync(server);
        await using var screen = await server.ConnectAsync(phone);

        using var done = await root.Browser.PostAsync($"/api/admin/accounts/{ben.Id}/sign-out", null);

        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ben.Browser.GetAsync("/api/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Browser.GetAsync("/api/account")).StatusCode);
        await ben.SignInAsync(server);
    }

    [Fact]
    public async Task Change_MalformedByAMember_IsForbiddenBeforeItIsRead()
    {
        var ben = await server.RegisterAsync("Ben");

        using var response = await ben.Browser.PutAsync(
            $"/api/admin/accounts/{ben.Id}", new StringContent("{\"siteAdministrator\":", System.Text.Encoding.UTF8, "application/json"));

        await response.ReadProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task List_TenThousandAccounts_PagesThroughAllOfThemOnce()
    {
        await using var crowded = new AdministeredServer();
        var root = await crowded.AdministratorAsync();
        Crowd(Path.Combine(crowded.Folder, "ledger.db"), 10_000);

        var (ids, after) = (new HashSet<string>(), "");
        for (var page = await root.Browser.ReadAsync("/api/admin/accounts"); page.GetArrayLength() > 0;)
        {
            Assert.All(page.EnumerateArray(), account => Assert.True(ids.Add(account.Text("id"))));
            after = page[page.GetArrayLength() - 1].Text("id");
            page = await root.Browser.ReadAsync($"/api/admin/accounts?after={after}");
        }

        Assert.Equal(10_001, ids.Count);
        Assert.Equal("Person 9876", Assert.Single((await root.Browser.ReadAsync("/api/admin/accounts?q=son+9876")).EnumerateArray()).Text("name"));
    }

    private static void Crowd(string file, int people)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $people)
            INSERT INTO accounts (id, email, normalized_email, display_name, zone_id, show_name, password_hash, security_stamp,
                concurrency_stamp, lockout_end, access_failed_count, is_site_administrator, kind, created_at)
            SELECT printf('crowd%d', n), printf('crowd%d@example.com', n), printf('CROWD%d@EXAMPLE.COM', n), printf('Person %d', n),
                'Europe/Berlin', 0, NULL, 'stamp', 'stamp', NULL, 0, 0, 'Person', (SELECT created_at FROM accounts LIMIT 1)
            FROM numbers
            """;
        command.Parameters.AddWithValue("$people", people);
        Assert.Equal(people, command.ExecuteNonQuery());
    }

    private static async Task<JsonElement> ChangeAsync(TestPerson by, TestPerson person, object change)
    {
        using var response = await PutAsync(by, person, change);
        return await response.ReadAsync();
    }

    private static Task<HttpResponseMessage> PutAsync(TestPerson by, TestPerson person, object change) =>
        by.Browser.PutAsJsonAsync($"/api/admin/accounts/{person.Id}", change);

    private Task<HttpResponseMessage> LogInAsync(TestPerson person, string password) =>
        server.CreateVisitor().PostAsJsonAsync("/api/account/login", new { email = person.Email, password });

    /// <summary>A server whose first account administers it.</summary>
    public sealed class AdministeredServer : WednesdayServer
    {
        private TestPerson? _administrator;

        public AdministeredServer() => Settings["RateLimits:SignIn:Burst"] = "1000";

        /// <summary>The first account.</summary>
        public async Task<TestPerson> AdministratorAsync() => _administrator ??= await RegisterAsync("Root");
    }
}
