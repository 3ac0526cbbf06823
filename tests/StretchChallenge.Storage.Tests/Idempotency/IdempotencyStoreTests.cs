using System.Text;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Storage.Tests.Idempotency;

public abstract class IdempotencyStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly StoredResponse _created = new(201, "application/json", Encoding.UTF8.GetBytes("""{"id":"ä"}"""));

    private IIdempotencyStore Store => Get<IIdempotencyStore>();

    [Fact]
    public async Task Reserve_AfterCompletion_GivesTheFirstAnswerAgain()
    {
        var key = await NewKeyAsync();

        Assert.IsType<IdempotencyReservation.Reserved>(await Store.ReserveAsync(key, "body", Sample.Now));
        await Store.CompleteAsync(key, _created);

        AssertAnswered(_created, await Store.ReserveAsync(key, "body", Sample.Now.AddHours(23)));
    }

    [Fact]
    public async Task Reserve_AnswerWithoutBody_IsGivenAgainToo()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);
        await Store.CompleteAsync(key, new StoredResponse(204, null, ReadOnlyMemory<byte>.Empty));

        AssertAnswered(new StoredResponse(204, null, ReadOnlyMemory<byte>.Empty), await Store.ReserveAsync(key, "body", Sample.Now));
    }

    [Fact]
    public async Task Reserve_OtherBody_IsToldWhetherAnsweredOrNot()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);

        Assert.IsType<IdempotencyReservation.OtherBody>(await Store.ReserveAsync(key, "another", Sample.Now));
        await Store.CompleteAsync(key, _created);
        Assert.IsType<IdempotencyReservation.OtherBody>(await Store.ReserveAsync(key, "another", Sample.Now));
    }

    [Fact]
    public async Task Reserve_OtherUserMethodPathOrKey_IsFree()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);

        foreach (var other in new[] { key with { User = await RegisterAsync() }, key with { Method = "PUT" }, key with { Path = "/b" }, key with { Key = "K" } })
        {
            Assert.IsType<IdempotencyReservation.Reserved>(await Store.ReserveAsync(other, "body", Sample.Now));
        }
    }

    [Fact]
    public async Task Reserve_TwentyAtOnceOnTwoNodes_GivesItToOne()
    {
        var key = await NewKeyAsync();
        var other = await StartNodeAsync();
        IIdempotencyStore[] nodes = [Store, other.Get<IIdempotencyStore>()];

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => nodes[i % 2].ReserveAsync(key, "body", Sample.Now))));

        Assert.Single(results, result => result is IdempotencyReservation.Reserved);
        Assert.Equal(19, results.Count(result => result is IdempotencyReservation.InProgress));
    }

    [Fact]
    public async Task Reserve_AfterRelease_IsFree()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);

        await Store.ReleaseAsync(key);

        Assert.IsType<IdempotencyReservation.Reserved>(await Store.ReserveAsync(key, "another", Sample.Now));
    }

    [Fact]
    public async Task Release_AfterCompletion_KeepsTheAnswer()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);
        await Store.CompleteAsync(key, _created);

        await Store.ReleaseAsync(key);

        AssertAnswered(_created, await Store.ReserveAsync(key, "body", Sample.Now));
    }

    [Fact]
    public async Task Reserve_ReservedByAServerThatDied_IsFreeAfterAMinute()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);

        Assert.IsType<IdempotencyReservation.InProgress>(await Store.ReserveAsync(key, "body", Sample.Now.AddSeconds(59)));
        Assert.IsType<IdempotencyReservation.Reserved>(await Store.ReserveAsync(key, "body", Sample.Now.AddSeconds(60)));
    }

    [Fact]
    public async Task Reserve_AnsweredADayAgo_IsFree()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);
        await Store.CompleteAsync(key, _created);

        Assert.IsType<IdempotencyReservation.Reserved>(await Store.ReserveAsync(key, "another", Sample.Now.AddHours(24)));
    }

    [Theory]
    [InlineData("/api/challenges")]
    [InlineData("/API/Challenges/")]
    public async Task ForgetAnswers_OfThePath_LeavesNothingOfThemToTellAndTheKeysTaken(string path)
    {
        var key = await NewKeyAsync() with { Path = path };
        await Store.ReserveAsync(key, "body", Sample.Now);
        await Store.CompleteAsync(key, _created);

        await Store.ForgetAnswersAsync(key.User, "/api/challenges");

        AssertAnswered(new StoredResponse(204, null, ReadOnlyMemory<byte>.Empty), await Store.ReserveAsync(key, "body", Sample.Now));
        Assert.IsType<IdempotencyReservation.OtherBody>(await Store.ReserveAsync(key, "another", Sample.Now));
    }

    [Fact]
    public async Task ForgetAnswers_OfAnotherPathOrPerson_KeepsThem()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);
        await Store.CompleteAsync(key, _created);

        await Store.ForgetAnswersAsync(key.User, "/api/challenges/join");
        await Store.ForgetAnswersAsync(await RegisterAsync(), "/api/challenges");

        AssertAnswered(_created, await Store.ReserveAsync(key, "body", Sample.Now));
    }

    [Fact]
    public async Task ForgetAnswers_NotAnsweredYet_IsAnsweredAsUsual()
    {
        var key = await NewKeyAsync();
        await Store.ReserveAsync(key, "body", Sample.Now);

        await Store.ForgetAnswersAsync(key.User, "/api/challenges");
        await Store.CompleteAsync(key, _created);

        AssertAnswered(_created, await Store.ReserveAsync(key, "body", Sample.Now));
    }

    [Fact]
    public async Task Expire_DeletesWhatIsOlderThanADay()
    {
        var old = await NewKeyAsync();
        var young = await NewKeyAsync();
        await Store.ReserveAsync(old, "body", Sample.Now);
        await Store.ReserveAsync(young, "body", Sample.Now.AddHours(1));
        await Store.CompleteAsync(young, _created);

        Assert.Equal(1, await Store.ExpireAsync(Sample.Now.AddHours(24)));
        AssertAnswered(_created, await Store.ReserveAsync(young, "body", Sample.Now.AddHours(24)));
    }

    private static void AssertAnswered(StoredResponse expected, IdempotencyReservation actual)
    {
        var response = Assert.IsType<IdempotencyReservation.Answered>(actual).Response;
        Assert.Equal((expected.StatusCode, expected.ContentType), (response.StatusCode, response.ContentType));
        Assert.Equal(expected.Body.ToArray(), response.Body.ToArray());
    }

    private async Task<IdempotencyKey> NewKeyAsync() => new(await RegisterAsync(), "POST", "/api/challenges", Sample.NewId());

    public sealed class OnSqlite() : IdempotencyStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : IdempotencyStoreTests(postgreSql);
}
