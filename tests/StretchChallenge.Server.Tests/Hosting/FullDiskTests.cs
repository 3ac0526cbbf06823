using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

/// <summary>The server as a process of its own on a disk that becomes full, and has room again.</summary>
[Trait("Category", "Faults")]
public sealed class FullDiskTests : IDisposable
{
    private const int People = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-disk-");
    private readonly SmallDisk _disk;

    public FullDiskTests() => _disk = new SmallDisk(_folder.CreateSubdirectory("disk").FullName, "6m");

    [Fact]
    public async Task Write_DiskIsFullForAWhile_IsRefusedUntilThereIsRoomAndNothingIsLost()
    {
        await using var server = await StartAsync();
        using var api = new Api(server.Address);
        var runs = await StartRunsAsync(api);
        foreach (var (cookie, run) in runs.Take(People / 2))
        {
            await CheckInAsync(api, cookie, run);
        }

        _disk.Fill(server.Id);
        foreach (var (cookie, run) in runs.Skip(People / 2))
        {
            await AssertUnwritableAsync(api, HttpMethod.Post, "/api/check-ins", cookie, CheckIn(run));
        }

        await AssertUnwritableAsync(api, HttpMethod.Put, "/api/account", runs[0].Cookie, new { displayName = "Another" });
        await AssertUnwritableAsync(api, HttpMethod.Post, "/api/account/register", null, new
        {
            email = "late@example.com", password = "a long enough one", displayName = "Late", timeZone = "Europe/Berlin",
        });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadinessAsync(api));
        await api.GetAsync("/api/today", runs[0].Cookie);
        Assert.Single(server.Output.Split('\n'), line => line.Contains($"{_disk.Folder}/ledger.db cannot be written to: its disk is full", StringComparison.Ordinal));

        _disk.Clear(server.Id);
        foreach (var (cookie, run) in runs.Skip(People / 2))
        {
            await CheckInAsync(api, cookie, run);
        }

        await api.PutAsync("/api/account", runs[0].Cookie, new { displayName = "Another" });
        Assert.Equal(HttpStatusCode.OK, await ReadinessAsync(api));
        Assert.Equal(People, CountCheckIns(server.Id));
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_DiskHasRoomAgain_ReturnsWithoutAWriteOfAnybody()
    {
        await using var server = await StartAsync();
        using var api = new Api(server.Address);
        var (_, cookie) = await api.RegisterAsync("Ann");
        _disk.Fill(server.Id);
        await AssertUnwritableAsync(api, HttpMethod.Put, "/api/account", cookie, new { displayName = "Another" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadinessAsync(api));

        _disk.Clear(server.Id);

        Assert.Equal(HttpStatusCode.OK, await ReadinessAsync(api));
    }

    [Fact]
    public async Task Backup_DiskOfTheCopyIsFull_SaysSoAndLeavesNothing()
    {
        var ledger = $"{_folder.FullName}/ledger.db";
        await using (var server = await ServerProcess.StartAsync(Settings(ledger)))
        {
            await server.StopAsync();
        }

        var small = new SmallDisk(_disk.Folder, "64k");
        var script = $"dotnet {ServerFolder.Assembly} backup --from {ledger} --to {small.Folder}; code=$?; echo \"left: [$(ls -A {small.Folder})]\"; exit $code";
        var end = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServerProcess.StartProgramAsync(ServerFolder.Path, [.. small.Launcher(script), "dotnet"]));

        Assert.Contains("exit code 1:", end.Message, StringComparison.Ordinal);
        Assert.Contains("No backup was made.", end.Message, StringComparison.Ordinal);
        Assert.Contains("full", end.Message, StringComparison.Ordinal);
        // The order of the two streams in the message is not defined.
        Assert.Contains("left: []", end.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<HttpStatusCode> ReadinessAsync(Api api)
    {
        using var answer = await api.SendAsync(HttpMethod.Get, "/healthz/ready", null, null);
        return answer.StatusCode;
    }

    private static object CheckIn(string run) => new { commandId = "c1", run };

    private static async Task CheckInAsync(Api api, string cookie, string run)
    {
        var answer = await api.PostAsync("/api/check-ins", cookie, CheckIn(run));
        Assert.True(answer.GetProperty("credited").GetBoolean(), $"{answer}");
    }

    private static async Task AssertUnwritableAsync(Api api, HttpMethod method, string path, string? cookie, object body)
    {
        using var answer = await api.SendAsync(method, path, cookie, body);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("/problems/database-unwritable", problem.GetProperty("type").GetString());
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static async Task<List<(string Cookie, string Run)>> StartRunsAsync(Api api)
    {
        var people = new List<string>();
        for (var number = 0; number < People; number++)
        {
            people.Add((await api.RegisterAsync($"Person {number}")).Cookie);
        }

        var (_, code) = await api.CreateChallengeAsync(people[0]);
        var runs = new List<(string, string)>();
        var lastIsReady = DateTimeOffset.MinValue;
        foreach (var cookie in people)
        {
            if (cookie != people[0])
            {
                await api.PostAsync("/api/challenges/join", cookie, new { code });
            }

            var (run, ready) = await api.StartRunAsync(cookie);
            lastIsReady = ready;
            runs.Add((cookie, run));
        }

        await Wait.UntilAsync(lastIsReady);
        return runs;
    }

    private static Dictionary<string, string?> Settings(string ledger) => new()
    {
        ["ConnectionStrings:Ledger"] = $"Data Source={ledger}",
        ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]),
        // Routines of seconds.
        ["Routines:Pace"] = "1000",
        // The first account needs no setup code.
        ["environment"] = "Development",
        ["Demo:Enabled"] = "false",
    };

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(Settings($"{_disk.Folder}/ledger.db"), _disk.Launcher());

    // SQLite follows the link to the other namespace, and would look for the log in this one: it gets a copy of both.
    private long CountCheckIns(int process)
    {
        foreach (var name in new[] { "ledger.db", "ledger.db-wal" })
        {
            File.Copy(_disk.Reach(process, name), $"{_folder.FullName}/{name}");
        }

        using var connection = new SqliteConnection($"Data Source={_folder.FullName}/ledger.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM completions";
        return (long)command.ExecuteScalar()!;
    }
}
