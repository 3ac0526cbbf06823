using StretchChallenge.Domain;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Tests.Audit;

public abstract class AuditLogTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IAuditLog Log => Get<IAuditLog>();

    [Fact]
    public async Task Append_ThenRead_ReturnsEveryValueNewestFirst()
    {
        var challenge = await ChallengeAsync();
        var first = Entry(challenge, Sample.Now);
        var second = Entry(challenge, Sample.Now.AddSeconds(1)) with { SubjectId = null };
        await Log.AppendAsync(first);
        await Log.AppendAsync(second);

        Assert.Equal([second, first], (await Log.ReadAsync(challenge, null, 10)).AsEnumerable());
    }

    [Fact]
    public async Task Read_AfterAnEntry_ReturnsTheOlderOnes()
    {
        var challenge = await ChallengeAsync();
        AuditEntry[] entries = [.. Enumerable.Range(0, 5).Select(second => Entry(challenge, Sample.Now.AddSeconds(second)))];
        foreach (var entry in entries)
        {
            await Log.AppendAsync(entry);
        }

        Assert.Equal([entries[2], entries[1]], (await Log.ReadAsync(challenge, entries[3].Id, 2)).AsEnumerable());
    }

    [Fact]
    public async Task Read_OfAChallengeOrTheSite_ReturnsItsOwnAlone()
    {
        var challenge = await ChallengeAsync();
        var own = Entry(challenge, Sample.Now);
        var site = Entry(null, Sample.Now);
        await Log.AppendAsync(own);
        await Log.AppendAsync(Entry(await ChallengeAsync(), Sample.Now));
        await Log.AppendAsync(site);

        Assert.Equal([own], (await Log.ReadAsync(challenge, null, 10)).AsEnumerable());
        Assert.Contains(site, await Log.ReadAsync(null, null, 1));
    }

    private static AuditEntry Entry(ChallengeId? challenge, DateTimeOffset at) => new(
        AuditEntry.NewId(at), challenge, at, new UserId(Sample.NewId()), "memberRemoved", new UserId(Sample.NewId()), """{"team":"t1"}""");

    private async Task<ChallengeId> ChallengeAsync()
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        return challenge.Id;
    }

    public sealed class OnSqlite() : AuditLogTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AuditLogTests(postgreSql);
}
