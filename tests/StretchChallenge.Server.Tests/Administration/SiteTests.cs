using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Server.Backups;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Tests.Administration;

public sealed class SiteTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TestDay.WednesdayMorning);
    private readonly TestServer _server;

    public SiteTests() => _server = new TestServer { Clock = _clock };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Audit_EveryChange_IsThereWithTodaysNames()
    {
        var root = await _server.RegisterAsync("Root");
        var ben = await _server.RegisterAsync("Ben");
        var account = $"/api/admin/accounts/{ben.Id}";
        foreach (var change in new object[] { new { disabled = true }, new { disabled = false }, new { siteAdministrator = true }, new { siteAdministrator = false } })
        {
            await SendAsync(root, HttpMethod.Put, account, change);
        }

        await SendAsync(root, HttpMethod.Post, $"{account}/sign-out");
        await SendAsync(root, HttpMethod.Post, $"{account}/reset-link");
        await SendAsync(root, HttpMethod.Put, "/api/admin/settings", new { registration = new { policy = "invitation", domains = new[] { "example.com" } } });
        await SendAsync(root, HttpMethod.Post, "/api/admin/backup");
        await SendAsync(root, HttpMethod.Put, "/api/account", new { displayName = "Ruth" });

        var entries = (await root.Browser.ReadAsync("/api/admin/audit")).EnumerateArray().ToList();

        Assert.Equal(
            [
                "backupMade", "registrationChanged", "resetLinkMade", "accountSignedOut",
                "administratorRemoved", "administratorAppointed", "accountEnabled", "accountDisabled",
            ],
            entries.Select(entry => entry.Text("action")));
        Assert.All(entries, entry => Assert.Equal("Ruth", entry.GetProperty("by").Text("name")));
        Assert.Equal("Ben", entries[^1].GetProperty("subject").Text("name"));
        Assert.Equal("invitation", entries[1].GetProperty("detail").Text("policy"));
        Assert.DoesNotContain("Ben", string.Join(' ', entries.Select(entry => entry.GetProperty("detail").ToString())), StringComparison.Ordinal);

        var older = await root.Browser.ReadAsync($"/api/admin/audit?after={entries[5].Text("id")}");
        Assert.Equal(["accountEnabled", "accountDisabled"], older.EnumerateArray().Select(entry => entry.Text("action")));
        using var odd = await root.Browser.GetAsync("/api/admin/audit?after=x");
        await odd.ReadProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Audit_NobodyThereAnyMore_HasNoName()
    {
        var root = await _server.RegisterAsync("Root");
        var store = _server.Services.GetRequiredService<ISiteSettingStore>();
        await store.SaveAsync("other", "{}", "otherChanged", new AuditActor(new UserId("gone"), _clock.GetUtcNow()));
        await store.SaveAsync("other", "{}", "otherChanged", new AuditActor(null, _clock.GetUtcNow().AddSeconds(1)));

        var entries = await root.Browser.ReadAsync("/api/admin/audit");

        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null], entries.EnumerateArray().Select(entry => entry.GetProperty("by").ValueKind));
        Assert.Equal([true, false], entries.EnumerateArray().Select(entry => entry.GetProperty("fromConsole").GetBoolean()));
    }

    [Fact]
    public async Task Status_Read_TellsOfVersionDatabaseAndChecks()
    {
        var root = await _server.RegisterAsync();

        var status = await root.Browser.ReadAsync("/api/admin/status");

        var storage = status.GetProperty("storage");
        Assert.Matches(@"^\d+\.\d+\.\d+", status.Text("version"));
        Assert.True(status.GetProperty("startedAt").GetDateTimeOffset() <= TimeProvider.System.GetUtcNow());
        Assert.Equal("sqlite", storage.Text("engine"));
        Assert.True(storage.GetProperty("bytes").GetInt64() > 4096);
        Assert.True(storage.GetProperty("schemaVersion").GetInt32() >= 15);
        Assert.Equal(JsonValueKind.Null, storage.GetProperty("lastBackup").ValueKind);
        Assert.Equal(["clock", "database", "silo"], status.GetProperty("checks").EnumerateArray().Select(check => check.Text("name")).Order());
        Assert.All(status.GetProperty("checks").EnumerateArray(), check => Assert.Equal("healthy", check.Text("status")));
        Assert.Equal(JsonValueKind.Null, status.GetProperty("dashboard").ValueKind);
    }

    [Fact]
    public async Task Backup_OfSqlite_IsAWholeCopyForItsOwnerAlone()
    {
        var root = await _server.RegisterAsync("Root");

        var backup = await SendAsync(root, HttpMethod.Post, "/api/admin/backup");

        var file = new FileInfo(Path.Combine(_server.Folder, "backups", backup.Text("name")));
        Assert.Equal(file.Length, backup.GetProperty("bytes").GetInt64());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.Equal("Root", NameIn(file.FullName));
        var last = (await root.Browser.ReadAsync("/api/admin/status")).GetProperty("storage").GetProperty("lastBackup");
        Assert.Equal(backup.Text("name"), last.Text("name"));
    }

    [Fact]
    public async Task Backup_TwoAtTheSameInstant_AreTwoFiles()
    {
        var root = await _server.RegisterAsync("Root");

        var first = await SendAsync(root, HttpMethod.Post, "/api/admin/backup");
        var second = await SendAsync(root, HttpMethod.Post, "/api/admin/backup");

        Assert.NotEqual(first.Text("name"), second.Text("name"));
        var last = (await root.Browser.ReadAsync("/api/admin/status")).GetProperty("storage").GetProperty("lastBackup");
        Assert.Equal(second.Text("name"), last.Text("name"));
    }

    [Fact]
    public async Task Backup_SeveralAtOnce_OneAtATime()
    {
        await _server.RegisterAsync();
        var backups = _server.Services.GetRequiredService<LedgerBackups>();
        var start = _clock.GetUtcNow();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => backups.WriteAsync(new AuditActor(null, start.AddSeconds(number))))));

        Assert.Contains(outcomes, outcome => outcome.Value is not null);
        Assert.All(outcomes.Where(outcome => outcome.Value is null), outcome => Assert.Equal("backup-running", outcome.Refusal!.Code));
        Assert.Equal(
            outcomes.Count(outcome => outcome.Value is not null), Directory.GetFiles(Path.Combine(_server.Folder, "backups")).Length);
    }

    [Fact]
    public async Task Backup_ItCannotBeWritten_IsRefusedAndLeavesNothing()
    {
        var root = await _server.RegisterAsync();
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "backups"), "a file in the way");

        using var refused = await root.Browser.PostAsync("/api/admin/backup", null);

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "backup-failed");
    }

    [Fact]
    public async Task Backup_OfPostgreSql_NamesTheToolThatDoesIt()
    {
        using var backups = ActivatorUtilities.CreateInstance<LedgerBackups>(
            _server.Services, new LedgerOptions(LedgerProvider.PostgreSql, "Host=nowhere"));

        var outcome = await backups.WriteAsync(new AuditActor(null, _clock.GetUtcNow()));

        Assert.Equal("backup-elsewhere", outcome.Refusal!.Code);
        Assert.Contains("deploy/backup", outcome.Refusal.Detail, StringComparison.Ordinal);
        Assert.Null(backups.FindLatest());
    }

    [Fact]
    public async Task Challenges_List_HasStateAndPeopleAndNoDays()
    {
        var root = await _server.RegisterAsync("Root");
        var ben = await _server.RegisterAsync("Ben");
        var running = await TestChallenge.CreateAsync(ben, TestDay.Monday);
        await running.JoinAsync(await _server.RegisterAsync("Cleo"));
        var open = await TestChallenge.CreateAsync(ben, "2026-04-06");

        var list = (await root.Browser.ReadAsync("/api/admin/challenges?q=spr")).EnumerateArray().ToList();

        Assert.Equal([open.Id, running.Id], list.Select(challenge => challenge.Text("id")));
        Assert.Equal([("open", 1), ("running", 2)], list.Select(challenge => (challenge.Text("state"), challenge.GetProperty("people").GetInt32())));
        Assert.Equal(["endsOn", "id", "name", "people", "startsOn", "state"], list[0].EnumerateObject().Select(property => property.Name).Order());
        Assert.Empty((await root.Browser.ReadAsync($"/api/admin/challenges?after={running.Id}")).EnumerateArray());
        using var unknown = await root.Browser.GetAsync("/api/admin/challenges?after=none");
        await unknown.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-challenge");
    }

    // Each a second later: the order of entries is that of their instants.
    private async Task<JsonElement> SendAsync(TestPerson by, HttpMethod method, string path, object? body = null)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await by.Browser.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadAsync(response.StatusCode);
    }

    private static string? NameIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT display_name FROM accounts";
        return command.ExecuteScalar() as string;
    }
}
