using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Storage.Tests.PrivateHealth;

public abstract class HealthRecordStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private const int Plenty = 200;

    private static readonly byte[] _first = [1, 0, 255];
    private static readonly byte[] _second = [2];

    private IHealthRecordStore Store => Get<IHealthRecordStore>();

    [Fact]
    public async Task FindSafetyAnswer_NoneYet_IsNull()
    {
        Assert.Null(await Store.FindSafetyAnswerAsync(await RegisterAsync()));
    }

    [Fact]
    public async Task ChangeSafetyAnswer_OnOneNode_IsSeenAtOnceByAnother()
    {
        var ann = await RegisterAsync();
        var other = await StartNodeAsync();

        Assert.True(await Store.ChangeSafetyAnswerAsync(ann, _ => _first));
        Assert.Equal(_first, await other.Get<IHealthRecordStore>().FindSafetyAnswerAsync(ann));

        Assert.True(await Store.ChangeSafetyAnswerAsync(ann, _ => _second));
        Assert.Equal(_second, await other.Get<IHealthRecordStore>().FindSafetyAnswerAsync(ann));
    }

    [Fact]
    public async Task ChangeSafetyAnswer_ManyAtOnceOnTwoNodes_LosesNoChange()
    {
        var ann = await RegisterAsync();
        var other = await StartNodeAsync();
        IHealthRecordStore[] nodes = [Store, other.Get<IHealthRecordStore>()];

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => nodes[i % 2].ChangeSafetyAnswerAsync(ann, present => [.. present ?? [], (byte)i]))));

        Assert.Equal(Enumerable.Range(0, 20), (await Store.FindSafetyAnswerAsync(ann))!.Select(written => (int)written).Order());
    }

    [Fact]
    public async Task ChangeSafetyAnswer_ToNothing_LeavesItAsItIs()
    {
        var ann = await RegisterAsync();
        await Store.ChangeSafetyAnswerAsync(ann, _ => _first);

        Assert.True(await Store.ChangeSafetyAnswerAsync(ann, _ => null));

        Assert.Equal(_first, await Store.FindSafetyAnswerAsync(ann));
    }

    [Fact]
    public async Task ChangeSafetyAnswer_OfNobody_IsToldAndStoresNothing()
    {
        Assert.False(await Store.ChangeSafetyAnswerAsync(new UserId("nobody"), _ => _first));
        Assert.Null(await Store.FindSafetyAnswerAsync(new UserId("nobody")));
    }

    [Fact]
    public async Task DeleteSafetyAnswer_LeavesSelfTestsAndOtherPeopleAlone()
    {
        var ann = await RegisterAsync();
        var ben = await RegisterAsync();
        await FillAsync(ann, "a");
        await FillAsync(ben, "b");

        await Store.DeleteSafetyAnswerAsync(ann);

        Assert.Null(await Store.FindSafetyAnswerAsync(ann));
        Assert.Equal(["a"], await IdsAsync(ann));
        Assert.Equal(_first, await Store.FindSafetyAnswerAsync(ben));
    }

    [Fact]
    public async Task AddSelfTest_IsSeenByItsOwnerAlone()
    {
        var ann = await RegisterAsync();
        var ben = await RegisterAsync();
        await FillAsync(ann, "a");

        var loaded = Assert.Single(await Store.LoadSelfTestsAsync(ann));

        Assert.Equal("a", loaded.Id);
        Assert.Equal(_second, loaded.Sealed);
        Assert.Empty(await Store.LoadSelfTestsAsync(ben));
    }

    [Fact]
    public async Task AddSelfTest_BeyondTheMost_IsRefusedWhateverTheSafetyAnswer()
    {
        var ann = await RegisterAsync();
        await FillAsync(ann, "a");

        Assert.Equal(SelfTestAddition.Added, await Store.AddSelfTestAsync(ann, new("b", _second), most: 2));
        Assert.Equal(SelfTestAddition.Full, await Store.AddSelfTestAsync(ann, new("c", _second), most: 2));
        Assert.Equal(["a", "b"], await IdsAsync(ann));
    }

    [Fact]
    public async Task AddSelfTest_ManyAtOnceOnTwoNodes_NeverGoesBeyondTheMost()
    {
        var ann = await RegisterAsync();
        var other = await StartNodeAsync();
        IHealthRecordStore[] nodes = [Store, other.Get<IHealthRecordStore>()];

        var additions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => nodes[i % 2].AddSelfTestAsync(ann, new($"{i}", _second), most: 5))));

        Assert.Equal(5, additions.Count(addition => addition == SelfTestAddition.Added));
        Assert.Equal(5, (await Store.LoadSelfTestsAsync(ann)).Length);
    }

    [Fact]
    public async Task AddSelfTest_OfNobody_IsTold()
    {
        Assert.Equal(SelfTestAddition.NoAccount, await Store.AddSelfTestAsync(new UserId("nobody"), new("a", _second), Plenty));
    }

    [Fact]
    public async Task DeleteSelfTest_OwnResult_IsGoneAndTheOthersStay()
    {
        var ann = await RegisterAsync();
        await FillAsync(ann, "a", "b");

        Assert.True(await Store.DeleteSelfTestAsync(ann, "a"));

        Assert.Equal(["b"], await IdsAsync(ann));
        Assert.False(await Store.DeleteSelfTestAsync(ann, "a"));
    }

    [Fact]
    public async Task DeleteSelfTest_OfSomebodyElse_DeletesNothing()
    {
        var ann = await RegisterAsync();
        var ben = await RegisterAsync();
        await FillAsync(ann, "a");

        Assert.False(await Store.DeleteSelfTestAsync(ben, "a"));

        Assert.Equal(["a"], await IdsAsync(ann));
    }

    [Fact]
    public async Task DeleteSelfTest_IdOfTheSafetyAnswer_DeletesNothing()
    {
        var ann = await RegisterAsync();
        await FillAsync(ann);

        Assert.False(await Store.DeleteSelfTestAsync(ann, "safety"));

        Assert.Equal(_first, await Store.FindSafetyAnswerAsync(ann));
    }

    [Fact]
    public async Task DeleteSelfTests_LeavesTheSafetyAnswerAndOtherPeopleAlone()
    {
        var ann = await RegisterAsync();
        var ben = await RegisterAsync();
        await FillAsync(ann, "a", "b");
        await FillAsync(ben, "a");

        await Store.DeleteSelfTestsAsync(ann);

        Assert.Empty(await Store.LoadSelfTestsAsync(ann));
        Assert.Equal(_first, await Store.FindSafetyAnswerAsync(ann));
        Assert.Equal(["a"], await IdsAsync(ben));
    }

    [Fact]
    public async Task DeletedAccount_TakesItsRecordsAlong()
    {
        var ann = await RegisterAsync();
        await FillAsync(ann, "a");

        await Get<LedgerDatabase>().WriteAsync(
            session => session.ExecuteAsync("DELETE FROM accounts WHERE id = @ann", new { ann }),
            CancellationToken.None);

        Assert.Null(await Store.FindSafetyAnswerAsync(ann));
        Assert.Empty(await Store.LoadSelfTestsAsync(ann));
    }

    /// <summary>A safety answer, and results of these ids.</summary>
    private async Task FillAsync(UserId owner, params string[] ids)
    {
        await Store.ChangeSafetyAnswerAsync(owner, _ => _first);
        foreach (var id in ids)
        {
            await Store.AddSelfTestAsync(owner, new SealedSelfTest(id, _second), Plenty);
        }
    }

    private async Task<IEnumerable<string>> IdsAsync(UserId owner) =>
        (await Store.LoadSelfTestsAsync(owner)).Select(result => result.Id).Order();

    public sealed class OnSqlite() : HealthRecordStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : HealthRecordStoreTests(postgreSql);
}
