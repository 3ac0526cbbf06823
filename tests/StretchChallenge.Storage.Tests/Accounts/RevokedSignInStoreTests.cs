using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests.Accounts;

public abstract class RevokedSignInStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IRevokedSignInStore Store => Get<IRevokedSignInStore>();

    [Fact]
    public async Task LoadSince_SomeAreEarlier_ReturnsTheRest()
    {
        var early = new RevokedSignIn("early", Sample.Now, Sample.Now.AddDays(30));
        var late = new RevokedSignIn("late", Sample.Now.AddMinutes(1), Sample.Now.AddDays(30));
        await Store.AddAsync(early);
        await Store.AddAsync(late);
        await Store.AddAsync(late);

        Assert.Equal([late], (await Store.LoadSinceAsync(late.RevokedAt)).AsEnumerable());
        Assert.Equal([early, late], (await Store.LoadSinceAsync(DateTimeOffset.UnixEpoch)).OrderBy(one => one.Id));
    }

    [Fact]
    public async Task Expire_CookieHasExpired_DeletesIt()
    {
        await Store.AddAsync(new RevokedSignIn("old", Sample.Now, Sample.Now.AddDays(1)));
        var kept = new RevokedSignIn("new", Sample.Now, Sample.Now.AddDays(2));
        await Store.AddAsync(kept);

        await Store.ExpireAsync(Sample.Now.AddDays(1));

        Assert.Equal([kept], (await Store.LoadSinceAsync(DateTimeOffset.UnixEpoch)).AsEnumerable());
    }

    public sealed class OnSqlite() : RevokedSignInStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : RevokedSignInStoreTests(postgreSql);
}
