using Microsoft.Data.Sqlite;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.PrivateHealth;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Migrations;

/// <summary>The file of an earlier version, with data, is brought up to date and used on.</summary>
public sealed class EarlierLedgerTests() : StorageTests(null)
{
    private static readonly UserId Ann = new("20846489e0e646118f4483e1a290b442");

    [Fact]
    public async Task Start_SchemaOfMigration6_KeepsTheDataAndGoesOn()
    {
        await using var earlier = await CreateDatabaseAsync();
        await WriteAsync(earlier.ConnectionString);
        await using var node = new LedgerNode(earlier);

        await node.StartAsync();
        var outcome = await node.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(Ann, new DateOnly(2026, 12, 1)));
        var repeated = await node.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(Ann, new DateOnly(2026, 11, 30)));

        Assert.Equal((LedgerOutcome.Committed, LedgerOutcome.DayExists), (outcome, repeated));
        var person = await node.Get<IPeopleStore>().LoadAsync(Ann);
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1)], person!.Credits.Select(credit => credit.Date));
        var challenge = Assert.Single(await node.Get<IChallengeStore>().LoadForUserAsync(Ann));
        Assert.Equal(("Spring", challenge.Id), (challenge.Name, Assert.Single(person.Enrolments).ChallengeId));
        Assert.Single(await node.Get<IKeyStore>().LoadAsync());
        Assert.NotNull(await node.Get<IHealthRecordStore>().FindSafetyAnswerAsync(Ann));
        Assert.Single(await node.Get<IHealthRecordStore>().LoadSelfTestsAsync(Ann));
    }

    private static async Task WriteAsync(string connectionString)
    {
        using var dump = new StreamReader(typeof(EarlierLedgerTests).Assembly.GetManifestResourceStream("ledger-0006.sql")!);
        await using var connection = new SqliteConnection($"{connectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await dump.ReadToEndAsync();
        await command.ExecuteNonQueryAsync();
    }
}
