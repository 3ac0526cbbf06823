using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Storage.Tests.Accounts;

public abstract class PasskeyStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private const int Most = 3;

    private IPasskeyStore Store => Get<IPasskeyStore>();

    [Fact]
    public async Task Add_One_IsFoundByItsCredentialWithAllThatIsKnown()
    {
        var user = await RegisterAsync();
        var passkey = Sample.Passkey(user);

        Assert.Equal(PasskeyAddition.Added, await Store.AddAsync(passkey, Sample.Challenge(Sample.Now), Most));

        var found = await Store.FindAsync(passkey.CredentialId);
        Assert.Equal(passkey.PublicKey, found!.PublicKey);
        Assert.Equal(passkey with { PublicKey = found.PublicKey }, found);
        Assert.Equal(passkey.Id, Assert.Single(await Store.LoadAsync(user)).Id);
        Assert.Null(await Store.FindAsync("another"));
    }

    [Fact]
    public async Task Add_ChallengeOrCredentialUsedBefore_ChangesNothing()
    {
        var user = await RegisterAsync();
        var (first, challenge) = (Sample.Passkey(user), Sample.Challenge(Sample.Now));
        await Store.AddAsync(first, challenge, Most);

        Assert.Equal(PasskeyAddition.Used, await Store.AddAsync(Sample.Passkey(user), challenge, Most));
        var same = Sample.Passkey(await RegisterAsync()) with { CredentialId = first.CredentialId };
        var fresh = Sample.Challenge(Sample.Now);
        Assert.Equal(PasskeyAddition.Used, await Store.AddAsync(same, fresh, Most));

        Assert.Single(await Store.LoadAsync(user));
        Assert.Equal(PasskeyAddition.Added, await Store.AddAsync(Sample.Passkey(user), fresh, Most));
    }

    [Fact]
    public async Task Add_AtOnce_StopsAtTheMost()
    {
        var user = await RegisterAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.AddAsync(Sample.Passkey(user), Sample.Challenge(Sample.Now), Most)));

        Assert.Equal(Most, added.Count(one => one == PasskeyAddition.Added));
        Assert.Equal(Most, (await Store.LoadAsync(user)).Length);
    }

    [Fact]
    public async Task CreateAccount_EmailTaken_LeavesTheChallengeForAnotherEmail()
    {
        var taken = Sample.Account();
        await Get<IAccountStore>().CreateAsync(taken, mayBeFirst: true);
        var account = Sample.Account() with { PasswordHash = null };
        var (passkey, challenge) = (Sample.Passkey(account.Id), Sample.Challenge(Sample.Now));

        var refused = await Store.CreateAccountAsync(
            account with { NormalizedEmail = taken.NormalizedEmail }, mayBeFirst: true, passkey, challenge);
        var created = await Store.CreateAccountAsync(account, mayBeFirst: true, passkey, challenge);
        var again = await Store.CreateAccountAsync(account, mayBeFirst: true, passkey, challenge);

        Assert.IsType<AccountCreation.EmailTaken>(refused);
        Assert.IsType<AccountCreation.Created>(created);
        Assert.Null(again);
        Assert.Null((await Get<IAccountStore>().FindAsync(account.Id))!.PasswordHash);
        Assert.Single(await Store.LoadAsync(account.Id));
    }

    [Fact]
    public async Task CreateAccount_CredentialOfAnother_MakesNoAccount()
    {
        var others = Sample.Passkey(await RegisterAsync());
        await Store.AddAsync(others, Sample.Challenge(Sample.Now), Most);
        var account = Sample.Account();

        var creation = await Store.CreateAccountAsync(
            account, mayBeFirst: true, Sample.Passkey(account.Id) with { CredentialId = others.CredentialId }, Sample.Challenge(Sample.Now));

        Assert.Null(creation);
        Assert.Null(await Get<IAccountStore>().FindAsync(account.Id));
    }

    [Theory]
    [InlineData(5, 6, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(5, uint.MaxValue, true)]
    public async Task Use_Counter_MustGrowUnlessThereIsNone(long before, long now, bool accepted)
    {
        var passkey = Sample.Passkey(await RegisterAsync()) with { SignCount = before };
        await Store.AddAsync(passkey, Sample.Challenge(Sample.Now), Most);
        var use = new PasskeyUse(passkey.CredentialId, now, IsBackedUp: true, Sample.Now.AddDays(1));

        Assert.Equal(accepted, await Store.UseAsync(use, Sample.Challenge(Sample.Now)));

        var stored = await Store.FindAsync(passkey.CredentialId);
        Assert.Equal(accepted ? (now, use.At) : (before, null), (stored!.SignCount, stored.LastUsedAt));
    }

    [Fact]
    public async Task Use_SameChallengeAtOnce_IsAcceptedOnce()
    {
        var passkey = Sample.Passkey(await RegisterAsync()) with { SignCount = 0 };
        await Store.AddAsync(passkey, Sample.Challenge(Sample.Now), Most);
        var challenge = Sample.Challenge(Sample.Now);

        var uses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Store.UseAsync(new PasskeyUse(passkey.CredentialId, 0, IsBackedUp: false, Sample.Now), challenge)));

        Assert.Single(uses, accepted => accepted);
    }

    [Fact]
    public async Task Use_ChallengeOfLongAgo_IsForgotten()
    {
        var passkey = Sample.Passkey(await RegisterAsync()) with { SignCount = 0 };
        var old = Sample.Challenge(Sample.Now);
        await Store.AddAsync(passkey, old, Most);
        var use = new PasskeyUse(passkey.CredentialId, 0, IsBackedUp: false, Sample.Now);
        Assert.False(await Store.UseAsync(use, old));

        var later = old.ExpiresAt.AddSeconds(1);
        await Store.UseAsync(use, Sample.Challenge(later));

        Assert.True(await Store.UseAsync(use, old with { At = later, ExpiresAt = later.AddMinutes(10) }));
    }

    [Fact]
    public async Task Remove_AllAtOnceWithoutAPassword_LeavesTheLast()
    {
        var account = Sample.Account() with { PasswordHash = null };
        var first = Sample.Passkey(account.Id);
        await Store.CreateAccountAsync(account, mayBeFirst: true, first, Sample.Challenge(Sample.Now));
        var second = Sample.Passkey(account.Id);
        await Store.AddAsync(second, Sample.Challenge(Sample.Now), Most);

        var removed = await Task.WhenAll(new[] { first, second }.Select(one => Store.RemoveAsync(account.Id, one.Id)));

        Assert.Equal([PasskeyRemoval.Removed, PasskeyRemoval.LastMeans], removed.Order());
        Assert.Single(await Store.LoadAsync(account.Id));
    }

    [Fact]
    public async Task Remove_OfAnotherOrUnknown_ChangesNothing()
    {
        var (ann, eve) = (await RegisterAsync(), await RegisterAsync());
        var passkey = Sample.Passkey(ann);
        await Store.AddAsync(passkey, Sample.Challenge(Sample.Now), Most);

        Assert.Equal(PasskeyRemoval.Unknown, await Store.RemoveAsync(eve, passkey.Id));
        Assert.Equal(PasskeyRemoval.Unknown, await Store.RemoveAsync(ann, "nothing"));
        Assert.Equal(PasskeyRemoval.Removed, await Store.RemoveAsync(ann, passkey.Id));
    }

    public sealed class OnSqlite() : PasskeyStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : PasskeyStoreTests(postgreSql);
}
