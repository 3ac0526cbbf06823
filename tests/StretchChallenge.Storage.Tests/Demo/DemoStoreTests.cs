using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Demo;

public abstract class DemoStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IDemoStore Demo => Get<IDemoStore>();

    [Fact]
    public async Task Find_NoDemoYet_ReturnsNull()
    {
        Assert.Null(await Demo.FindAsync());
    }

    [Fact]
    public async Task Replace_NothingThere_SavesTheWholeDemo()
    {
        var seed = Seed();

        await Demo.ReplaceAsync(seed);

        Assert.Equal(seed.Challenge.Id, (await Demo.FindAsync())!.Id);
        var person = Assert.Single(await Get<IPeopleStore>().LoadParticipantsAsync(seed.Challenge.Id));
        Assert.Equal(seed.Credits[person.Id], person.Credits.AsEnumerable());
        Assert.Equal(seed.Memberships, person.Memberships.AsEnumerable());
        Assert.Equal(AccountKind.Demo, (await Get<IAccountStore>().FindAsync(person.Id))!.Kind);
    }

    [Fact]
    public async Task Replace_OlderDemo_RemovesItWithItsGuestsAndLeavesRealPeopleAlone()
    {
        var old = Seed();
        await Demo.ReplaceAsync(old);
        var guest = Sample.Account(kind: AccountKind.Guest);
        await Get<IAccountStore>().CreateAsync(guest, mayBeFirst: false);
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(old.Challenge.Id, guest.Id), []);
        await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(guest.Id));
        var colleague = await RegisterAsync();
        await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(colleague));

        var fresh = Seed();
        await Demo.ReplaceAsync(fresh);

        Assert.Equal(fresh.Challenge.Id, (await Demo.FindAsync())!.Id);
        Assert.Null(await Get<IChallengeStore>().LoadAsync(old.Challenge.Id));
        Assert.Null(await Get<IAccountStore>().FindAsync(old.People[0].Id));
        Assert.Null(await Get<IPeopleStore>().LoadAsync(guest.Id));
        Assert.Single((await Get<IPeopleStore>().LoadAsync(colleague))!.Credits);
    }

    private static DemoSeed Seed()
    {
        var challenge = Sample.Challenge();
        var team = Sample.Team(challenge.Id);
        var person = Sample.Account(kind: AccountKind.Demo);
        CreditRecord[] credits =
        [
            new(Sample.Monday, CreditKind.Guided, Sample.Now),
            new(Sample.Monday.AddDays(1), CreditKind.SelfReported, Sample.Now),
        ];
        return new DemoSeed(
            challenge,
            [team],
            [person],
            [Sample.Enrolment(challenge.Id, person.Id)],
            [new(team.Id, challenge.Id, person.Id, Sample.Monday, null)],
            [new(person.Id, [.. credits])]);
    }

    public sealed class OnSqlite() : DemoStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : DemoStoreTests(postgreSql);
}
