using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Storage.Tests.Accounts;

public abstract class PasswordResetStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly DateTimeOffset _expiry = Sample.Now.AddHours(24);
    private static readonly NewCredentials _credentials = new("new hash", "new stamp", Sample.Now, Sample.Now.AddDays(30));

    private IPasswordResetStore Store => Get<IPasswordResetStore>();

    [Fact]
    public async Task Use_ValidLink_SetsThePasswordEndsSignInsAndTellsTheLog()
    {
        var user = await RegisterAsync();
        await Get<ISignInStore>().SaveAsync(user, new SignInRecord("phone", Sample.Now, Sample.Now, null));
        await SaveAsync(user, "hash");

        Assert.Equal(user, await Store.FindAsync("hash", Sample.Now));
        Assert.Equal(user, await Store.UseAsync("hash", _credentials));

        var account = await Get<IAccountStore>().FindAsync(user);
        Assert.Equal(("new hash", "new stamp"), (account!.PasswordHash, account.SecurityStamp));
        Assert.Empty(await Get<ISignInStore>().LoadAsync(user, Sample.Now));
        var entries = (await Get<IAuditLog>().ReadAsync(null, null, 10)).OrderBy(entry => entry.Action).ToList();
        Assert.Equal(["passwordReset", "resetLinkMade"], entries.Select(entry => entry.Action));
        Assert.Equal([user, null], entries.Select(entry => entry.ActorId));
        Assert.All(entries, entry => Assert.Equal(user, entry.SubjectId));
    }

    [Fact]
    public async Task Use_ManyAtOnce_SucceedsOnce()
    {
        var user = await RegisterAsync();
        await SaveAsync(user, "hash");

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.UseAsync("hash", _credentials)));

        Assert.Single(used, one => one is not null);
        Assert.Null(await Store.FindAsync("hash", Sample.Now));
    }

    [Fact]
    public async Task Use_ExpiredOrUnknownLink_ChangesNothing()
    {
        var user = await RegisterAsync();
        await SaveAsync(user, "hash");

        Assert.Null(await Store.FindAsync("hash", _expiry));
        Assert.Null(await Store.UseAsync("hash", _credentials with { At = _expiry }));
        Assert.Null(await Store.UseAsync("other", _credentials));

        Assert.NotEqual("new hash", (await Get<IAccountStore>().FindAsync(user))!.PasswordHash);
    }

    [Fact]
    public async Task Save_ASecondLink_VoidsTheFirst()
    {
        var user = await RegisterAsync();
        await SaveAsync(user, "first");
        await SaveAsync(user, "second");

        Assert.Null(await Store.FindAsync("first", Sample.Now));
        Assert.Equal(user, await Store.FindAsync("second", Sample.Now));
        await Store.VoidAsync(user);
        Assert.Null(await Store.FindAsync("second", Sample.Now));
    }

    [Fact]
    public async Task Save_NobodyOrADemoAccount_IsRefused()
    {
        var guest = Sample.Account(kind: AccountKind.Guest);
        await Get<IAccountStore>().CreateAsync(guest, mayBeFirst: false);

        Assert.False(await SaveAsync(new UserId("nobody"), "hash"));
        Assert.False(await SaveAsync(guest.Id, "hash"));
        Assert.Empty(await Get<IAuditLog>().ReadAsync(null, null, 10));
    }

    private Task<bool> SaveAsync(UserId user, string hash) =>
        Store.SaveAsync(user, hash, _expiry, new AuditActor(null, Sample.Now));

    public sealed class OnSqlite() : PasswordResetStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : PasswordResetStoreTests(postgreSql);
}
