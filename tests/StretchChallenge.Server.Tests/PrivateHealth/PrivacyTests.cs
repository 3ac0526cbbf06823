using System.Net;
using System.Security.Cryptography;
using System.Text;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.PrivateHealth;

/// <summary>What is told about a person's health lies nowhere in plain: neither in the database's files nor in the logs.</summary>
public sealed class PrivacyTests : IDisposable
{
    // With a minus sign and a point, so that no duration and no id can look like it.
    private const string Reach = "-43.7";

    private const string Result = $$"""{"straightLegRaise":{"left":113},"sitAndReach":{{Reach}},"backFeeling":9}""";

    private static readonly string[] Private =
        [Reach, "straightLegRaise", "sitAndReach", "backFeeling", "takenOn", "enteredAt", "discInjury", "noticeSeen", "answered"];

    private readonly LogRecorder _log = new();
    private readonly TestServer _server;

    public PrivacyTests() => _server = new TestServer { Replace = _log.AddTo };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task DatabaseFiles_HoldNothingInPlain()
    {
        var ann = await StoreHealthDataAsync();

        var files = ReadDatabase();

        Assert.Contains(ann.Id, files, StringComparison.Ordinal);
        Assert.Contains("key-of-a-result", files, StringComparison.Ordinal);
        Assert.All(Private, word => Assert.DoesNotContain(word, files, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task DatabaseFiles_HoldNoHashThatCouldBeGuessed()
    {
        await StoreHealthDataAsync();

        var files = ReadDatabase();

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Result));
        Assert.DoesNotContain(Convert.ToHexString(hash), files, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Encoding.Latin1.GetString(hash), files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_HoldNoValue()
    {
        await StoreHealthDataAsync();

        Assert.Contains(_log.Lines, line => line.Contains("/api/self-tests", StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.DoesNotContain(Reach, line, StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.DoesNotContain("\"discInjury\"", line, StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.DoesNotContain("DiscInjury =", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_TellOnceOfRecordsThatCannotBeOpened_AndNotWhose()
    {
        var ann = await StoreHealthDataAsync();
        var log = new LogRecorder();
        await using var restarted = new TestServer
        {
            Folder = _server.Folder,
            Settings = new() { ["Secrets:MasterKey"] = Convert.ToBase64String(new byte[32]) },
            Replace = log.AddTo,
        };
        ann = await ann.SignInAsync(restarted);

        await ann.Browser.ReadAsync("/api/safety");
        await ann.Browser.ReadAsync("/api/self-tests");

        var line = Assert.Single(log.Lines, line => line.Contains("A private record cannot be opened", StringComparison.Ordinal));
        Assert.DoesNotContain(ann.Id, line, StringComparison.Ordinal);
    }

    /// <summary>Sends and reads all there is, and some that is refused.</summary>
    private async Task<TestPerson> StoreHealthDataAsync()
    {
        var ann = await _server.RegisterAsync();
        await SendAsync(ann, HttpMethod.Put, "/api/safety", """{"discInjury":true,"noticeSeen":true}""", HttpStatusCode.OK);
        await SendAsync(ann, HttpMethod.Put, "/api/safety", """{"discInjury":"yes"}""", HttpStatusCode.BadRequest);
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", Result, HttpStatusCode.Created);
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", Result, HttpStatusCode.Created, "key-of-a-result");
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", Result, HttpStatusCode.Created, "key-of-a-result");
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", $$"""{"sitAndReach":{{Reach}}1}""", HttpStatusCode.BadRequest, "key-of-a-fault");
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", $$"""{"sitAndReach":"{{Reach}}"}""", HttpStatusCode.BadRequest);
        await SendAsync(ann, HttpMethod.Post, "/api/self-tests", $$"""{"sitAndReach":{{Reach}}""", HttpStatusCode.BadRequest);
        await ann.Browser.ReadAsync("/api/safety");
        await ann.Browser.ReadAsync("/api/self-tests");
        return ann;
    }

    private static async Task SendAsync(
        TestPerson person, HttpMethod method, string path, string body, HttpStatusCode status, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await person.Browser.SendAsync(request);
        await response.ReadAsync(status);
    }

    /// <summary>The bytes of the database and of its write-ahead log, one character each.</summary>
    private string ReadDatabase()
    {
        var bytes = new StringBuilder();
        foreach (var path in Directory.GetFiles(_server.Folder, "ledger.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            bytes.Append(Encoding.Latin1.GetString(copy.ToArray()));
        }

        return bytes.ToString();
    }
}
