using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Tests.Challenges;

public abstract class InvitedPeopleStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private readonly ChallengeRecord _challenge = Sample.Challenge();

    private IInvitedPeopleStore Invited => Get<IInvitedPeopleStore>();

    private IChallengeStore Challenges => Get<IChallengeStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Challenges.CreateAsync(_challenge, Sample.Enrolment(_challenge.Id, await RegisterAsync()));
    }

    [Fact]
    public async Task Save_ThenLoad_HasPeopleByAddressInPages()
    {
        var team = Sample.Team(_challenge.Id);
        Assert.True(await SaveAsync([team], Person("b@x.org") with { Team = team.Id, Role = ChallengeRole.Captain }, Person("a@x.org"), Person("c@x.org")));

        var first = await Invited.LoadAsync(_challenge.Id, null, 2);
        var second = await Invited.LoadAsync(_challenge.Id, first[^1].Id, 2);

        Assert.Equal(["a@x.org", "b@x.org", "c@x.org"], first.Concat(second).Select(person => person.Email));
        Assert.Equal((team.Id.Value, ChallengeRole.Captain, "Ana"), (first[1].TeamId, first[1].Role, first[1].Name));
        Assert.Equal((null, ChallengeRole.Participant), (first[0].TeamId, first[0].Role));
        Assert.Equal(team, Assert.Single(await Challenges.LoadTeamsAsync(_challenge.Id)));
    }

    [Fact]
    public async Task Save_AnAddressAgain_KeepsWhatTheNewRowDoesNotSay()
    {
        await SaveAsync([], Person("a@x.org") with { Role = ChallengeRole.Captain });
        var before = Assert.Single(await Invited.LoadAsync(_challenge.Id, null, 10));

        await SaveAsync([], Person("A@x.org") with { Name = null });

        var after = Assert.Single(await Invited.LoadAsync(_challenge.Id, null, 10));
        Assert.Equal(before with { Email = "A@x.org" }, after);
    }

    [Fact]
    public async Task Save_MoreThanTheMostOrATakenTeam_SavesNothing()
    {
        await Challenges.AddTeamAsync(Sample.Team(_challenge.Id, "Red"));

        Assert.False(await SaveAsync([Sample.Team(_challenge.Id)], [.. Enumerable.Range(0, 11).Select(i => Person($"p{i}@x.org"))]));
        Assert.False(await SaveAsync([Sample.Team(_challenge.Id, "RED")], Person("a@x.org")));

        Assert.Empty(await Invited.LoadAsync(_challenge.Id, null, 10));
        Assert.Equal("Red", Assert.Single(await Challenges.LoadTeamsAsync(_challenge.Id)).Name);
        Assert.Empty(await Get<IAuditLog>().ReadAsync(_challenge.Id, null, 10));
    }

    [Fact]
    public async Task Offers_OfAnInvitedAddress_LastUntilItsOwnerIsInTheChallenge()
    {
        var account = Sample.Account();
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        await SaveAsync([], Person(account.Email!));

        var offer = Assert.Single(await Invited.LoadOffersAsync(account.Id, Sample.Monday));
        Assert.Equal(_challenge.Name, offer.Name);
        Assert.Empty(await Invited.LoadOffersAsync(account.Id, _challenge.EndsOn.AddDays(1)));
        Assert.Empty(await Invited.LoadOffersAsync(await RegisterAsync(), Sample.Monday));

        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(_challenge.Id, account.Id), []);

        Assert.Empty(await Invited.LoadOffersAsync(account.Id, Sample.Monday));
        var joined = Assert.Single(await Invited.LoadAsync(_challenge.Id, null, 10));
        Assert.Equal((account.Id.Value, ChallengeRole.Participant), (joined.UserId, joined.MemberRole));
    }

    [Fact]
    public async Task Remove_OfAnotherChallenge_RemovesNothing()
    {
        await SaveAsync([], Person("a@x.org"));
        var invitation = Assert.Single(await Invited.LoadAsync(_challenge.Id, null, 10)).Id;

        Assert.False(await Invited.RemoveAsync(new ChallengeId("other"), invitation));
        Assert.True(await Invited.RemoveAsync(_challenge.Id, invitation));
        Assert.False(await Invited.RemoveAsync(_challenge.Id, invitation));
    }

    [Fact]
    public async Task FindTeam_WhenTheTeamIsGone_IsNone()
    {
        var account = Sample.Account();
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        var team = Sample.Team(_challenge.Id);
        await SaveAsync([team], Person(account.Email!) with { Team = team.Id });
        Assert.Equal(team.Id, await Invited.FindTeamAsync(_challenge.Id, account.Id));

        await Get<IMemberStore>().RemoveTeamAsync(team, hasPast: false, [], Audit());

        Assert.Null(await Invited.FindTeamAsync(_challenge.Id, account.Id));
    }

    private static InvitedPerson Person(string email) =>
        new(Sample.NewId(), email.ToUpperInvariant(), email, "Ana", null, null, Sample.Now);

    private Task<bool> SaveAsync(TeamRecord[] teams, params InvitedPerson[] people) =>
        Invited.SaveAsync(_challenge.Id, [.. teams], [.. people], most: 10, Audit());

    private AuditEntry Audit() => new(AuditEntry.NewId(Sample.Now), _challenge.Id, Sample.Now, null, "peopleInvited", null, "{}");

    public sealed class OnSqlite() : InvitedPeopleStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : InvitedPeopleStoreTests(postgreSql);
}
