using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests.Accounts;

public abstract class SignInStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly DateTimeOffset _expiry = Sample.Now.AddDays(30);

    private ISignInStore Store => Get<ISignInStore>();

    [Fact]
    public async Task Save_Twice_KeepsTheFirstInstantAndTheLastUse()
    {
        var user = await RegisterAsync();
        await Store.SaveAsync(user, SignIn("phone"));

        var used = SignIn("phone") with { CreatedAt = Sample.Now.AddHours(2), LastUsedAt = Sample.Now.AddHours(2), Browser = null };
        await Store.SaveAsync(user, used);

        Assert.Equal(used with { CreatedAt = Sample.Now }, Assert.Single(await Store.LoadAsync(user, Sample.Now)));
    }

    [Fact]
    public async Task Load_SomeWereNotUsedForLong_ReturnsTheOthersLastUsedFirst()
    {
        var user = await RegisterAsync();
        await Store.SaveAsync(user, SignIn("old") with { LastUsedAt = Sample.Now.AddSeconds(-1) });
        await Store.SaveAsync(user, SignIn("desk"));
        await Store.SaveAsync(user, SignIn("phone") with { LastUsedAt = Sample.Now.AddHours(1) });
        await Store.SaveAsync(await RegisterAsync(), SignIn("of another"));

        Assert.Equal(["phone", "desk"], (await Store.LoadAsync(user, Sample.Now)).Select(one => one.Id));
    }

    [Fact]
    public async Task End_OwnSignIn_RevokesItForGood()
    {
        var user = await RegisterAsync();
        await Store.SaveAsync(user, SignIn("stolen"));
        var ended = new RevokedSignIn("stolen", Sample.Now, _expiry);

        Assert.True(await Store.EndAsync(user, ended));
        Assert.False(await Store.EndAsync(user, ended));
        await Store.SaveAsync(user, SignIn("stolen"));

        Assert.Empty(await Store.LoadAsync(user, DateTimeOffset.UnixEpoch));
        Assert.Contains(ended, await Get<IRevokedSignInStore>().LoadSinceAsync(Sample.Now));
    }

    [Fact]
    public async Task End_SignInOfAnother_ChangesNothing()
    {
        var (ann, eve) = (await RegisterAsync(), await RegisterAsync());
        await Store.SaveAsync(ann, SignIn("anns"));

        Assert.False(await Store.EndAsync(eve, new RevokedSignIn("anns", Sample.Now, _expiry)));

        Assert.Single(await Store.LoadAsync(ann, Sample.Now));
        Assert.Empty(await Get<IRevokedSignInStore>().LoadSinceAsync(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task EndAll_ButOne_RevokesTheOthersOfThisPersonAlone()
    {
        var (ann, ben) = (await RegisterAsync(), await RegisterAsync());
        await Store.SaveAsync(ann, SignIn("a1"));
        await Store.SaveAsync(ann, SignIn("a2"));
        await Store.SaveAsync(ben, SignIn("b1"));

        await Store.EndAllAsync(ann, "a1", Sample.Now, _expiry);

        Assert.Equal(["a1"], (await Store.LoadAsync(ann, Sample.Now)).Select(one => one.Id));
        Assert.Single(await Store.LoadAsync(ben, Sample.Now));
        Assert.Equal(["a2"], (await Get<IRevokedSignInStore>().LoadSinceAsync(Sample.Now)).Select(one => one.Id));
    }

    [Fact]
    public async Task Revoke_OneThatIsKnown_TakesItOffTheList()
    {
        var user = await RegisterAsync();
        await Store.SaveAsync(user, SignIn("left"));

        await Get<IRevokedSignInStore>().AddAsync(new RevokedSignIn("left", Sample.Now, _expiry));

        Assert.Empty(await Store.LoadAsync(user, Sample.Now));
    }

    [Fact]
    public async Task Expire_CookiesHaveExpired_DeletesThem()
    {
        var user = await RegisterAsync();
        await Store.SaveAsync(user, SignIn("old"));
        await Store.SaveAsync(user, SignIn("new") with { LastUsedAt = Sample.Now.AddDays(1) });

        await Store.ExpireAsync(Sample.Now.AddDays(1));

        Assert.Equal(["new"], (await Store.LoadAsync(user, DateTimeOffset.UnixEpoch)).Select(one => one.Id));
    }

    private static SignInRecord SignIn(string id) => new(id, Sample.Now, Sample.Now, "Firefox, Linux");

    public sealed class OnSqlite() : SignInStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : SignInStoreTests(postgreSql);
}
