using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.Tests.PrivateHealth;

/// <summary>What an earlier version encrypted with the master key directly is read, and encrypted anew when it is written.</summary>
public sealed class EarlierLedgerTests : IDisposable
{
    private const string AnnsId = "20846489e0e646118f4483e1a290b442";

    private readonly TestServer _server = new() { Settings = new() { ["Secrets:MasterKey"] = "6jVqxW8y3MAc0NxgEbHoJsaOJ72uTjEYSOe/FnQywVs=" } };
    private readonly TestPerson _ann;

    public EarlierLedgerTests()
    {
        Write($"Data Source={Path.Combine(_server.Folder, "ledger.db")};Pooling=False");
        _ann = new TestPerson(_server.CreateVisitor(), AnnsId, "ann@example.com", "a long enough one");
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Records_OfAnEarlierVersion_AreRead()
    {
        var ann = await _ann.SignInAsync(_server);

        var safety = await ann.Browser.ReadAsync("/api/safety");
        var selfTests = await ann.Browser.ReadAsync("/api/self-tests");

        Assert.True(safety.GetProperty("discInjury").GetBoolean());
        Assert.False(safety.GetProperty("unreadable").GetBoolean());
        Assert.Equal(71, Assert.Single(selfTests.GetProperty("results").EnumerateArray()).GetProperty("straightLegRaise").GetProperty("left").GetInt32());
        Assert.Empty(selfTests.GetProperty("unreadable").EnumerateArray());
    }

    [Fact]
    public async Task Records_OfAnEarlierVersion_AreEncryptedAnewWhenWritten()
    {
        var store = _server.Services.GetRequiredService<IHealthRecordStore>();
        Assert.True(LegacyRecord.Is(await store.FindSafetyAnswerAsync(new UserId(AnnsId))));
        var ann = await _ann.SignInAsync(_server);

        using var response = await ann.Browser.PutAsJsonAsync("/api/safety", new { noticeSeen = false });

        Assert.True((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("discInjury").GetBoolean());
        Assert.False(LegacyRecord.Is(await store.FindSafetyAnswerAsync(new UserId(AnnsId))));
    }

    private static void Write(string connectionString)
    {
        using var dump = new StreamReader(typeof(EarlierLedgerTests).Assembly.GetManifestResourceStream("ledger-0006.sql")!);
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = dump.ReadToEnd();
        command.ExecuteNonQuery();
    }
}
