using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.PersonalData;

public abstract class DayRetentionTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IDayRetention Retention => Get<IDayRetention>();

    [Fact]
    public async Task FindDue_OnlyChallengesThatEndedBeforeAndAreNotPurged()
    {
        var challenge = await ChallengeAsync(Sample.Monday, await RegisterAsync());
        var later = await ChallengeAsync(Sample.Monday.AddDays(7), await RegisterAsync());

        Assert.Equal([challenge], (await Retention.FindDueAsync(Sample.Monday.AddDays(56), 10)).AsEnumerable());
        await PurgeAsync(challenge);
        Assert.Empty(await Retention.FindDueAsync(Sample.Monday.AddDays(56), 10));
        Assert.Equal([later], (await Retention.FindDueAsync(Sample.Monday.AddDays(70), 10)).AsEnumerable());
    }

    [Fact]
    public async Task Purge_KeepsTheResultAndDeletesTheDays()
    {
        var ann = await RegisterAsync();
        var challenge = await ChallengeAsync(Sample.Monday, ann);
        await CheckInAsync(ann, Sample.Monday);
        await CheckInAsync(ann, Sample.Monday.AddDays(-1));

        Assert.Equal(1, await PurgeAsync(challenge));

        var person = (await Get<IPeopleStore>().LoadAsync(ann))!;
        Assert.Equal([Sample.Monday.AddDays(-1)], person.Credits.Select(credit => credit.Date));
        var result = Assert.Single(person.Results);
        Assert.Equal((challenge, 7, 6, 0), (result.ChallengeId, result.Best, result.Minutes, result.Together));
        Assert.Single((await Get<IPersonalDataStore>().LoadAsync(ann)).Routines);
        Assert.Equal(0, await PurgeAsync(challenge));
    }

    [Fact]
    public async Task Purge_DaysThatAnotherChallengeNeeds_StayUntilThatIsPurgedToo()
    {
        var ann = await RegisterAsync();
        var first = await ChallengeAsync(Sample.Monday, ann);
        var second = await ChallengeAsync(Sample.Monday.AddDays(7), ann);
        await CheckInAsync(ann, Sample.Monday);
        await CheckInAsync(ann, Sample.Monday.AddDays(8));

        await PurgeAsync(first);
        Assert.Equal([Sample.Monday.AddDays(8)], (await Get<IPeopleStore>().LoadAsync(ann))!.Credits.Select(credit => credit.Date));

        await PurgeAsync(second);
        Assert.Empty((await Get<IPeopleStore>().LoadAsync(ann))!.Credits);
    }

    [Fact]
    public async Task Purge_TimeOff_GoesUnlessAnotherChallengeNeedsIt()
    {
        var ann = await RegisterAsync();
        var first = await ChallengeAsync(Sample.Monday, ann);
        var second = await ChallengeAsync(Sample.Monday.AddDays(49), ann);
        await TakeOffAsync("before", -3, -2);
        await TakeOffAsync("first", 1, 3);
        await TakeOffAsync("both", 48, 50);
        await TakeOffAsync("second", 60, 61);
        await TakeOffAsync("later", 100, 120);

        await PurgeAsync(first);
        Assert.Equal([("both", 48), ("second", 60), ("later", 100)], await TimeOffAsync());

        await PurgeAsync(second);
        Assert.Equal([("later", 105)], await TimeOffAsync());

        Task TakeOffAsync(string id, int from, int to) => Get<IPeopleStore>().AddTimeOffAsync(
            ann, [new TimeOffRecord(id, Sample.Monday.AddDays(from), Sample.Monday.AddDays(to), Sample.Monday)]);

        async Task<IEnumerable<(string, int)>> TimeOffAsync() =>
            (await Get<IPeopleStore>().LoadAsync(ann))!.TimeOff.Select(off => (off.Id, off.From.DayNumber - Sample.Monday.DayNumber));
    }

    [Fact]
    public async Task Purge_InvitedAddresses_GoWithTheLastOfItsPeople()
    {
        var ann = await RegisterAsync();
        var (challenge, other) = (await ChallengeAsync(Sample.Monday, ann), await ChallengeAsync(Sample.Monday, ann));
        await InviteAsync(challenge);
        await InviteAsync(other);

        await PurgeAsync(challenge);

        Assert.Empty(await Get<IInvitedPeopleStore>().LoadAsync(challenge, null, 10));
        Assert.Single(await Get<IInvitedPeopleStore>().LoadAsync(other, null, 10));

        Task<bool> InviteAsync(ChallengeId to) => Get<IInvitedPeopleStore>().SaveAsync(
            to,
            [],
            [new InvitedPerson(Sample.NewId(), "EVE@EXAMPLE.ORG", "eve@example.org", "Eve", null, null, Sample.Now)],
            most: 10,
            new AuditEntry(AuditEntry.NewId(Sample.Now), to, Sample.Now, ann, "peopleInvited", null, "{}"));
    }

    [Fact]
    public async Task Purge_TwoNodesInSlices_PurgeEverybodyOnce()
    {
        var challenge = await ChallengeAsync(Sample.Monday, await RegisterAsync());
        var team = Sample.Team(challenge);
        await Get<IChallengeStore>().AddTeamAsync(team);
        for (var member = 0; member < 9; member++)
        {
            await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge, await RegisterAsync()), []);
        }

        var other = await StartNodeAsync();
        var day = new SealedTeamDay(team.Id, Sample.Monday, Done: 1, Due: 1);
        await Task.WhenAll(PurgeAllAsync(Retention), PurgeAllAsync(other.Get<IDayRetention>()));

        Assert.Equal([day with { Done = 10, Due = 10 }], (await Get<ISealedDayStore>().LoadAsync(team.Id)).AsEnumerable());

        async Task PurgeAllAsync(IDayRetention retention)
        {
            while (await retention.PurgeAsync(challenge, most: 2, Sample.Now, (person, of) => Keep(person, of) with { Days = new SealedPersonDays([day], []) }) == 2)
            {
            }
        }
    }

    private static KeptDays Keep(PersonRecord person, ChallengeRecord challenge) =>
        new(new PersonResult { ChallengeId = challenge.Id, UserId = person.Id, Best = 7 }, new SealedPersonDays([], []));

    private Task<int> PurgeAsync(ChallengeId challenge) => Retention.PurgeAsync(challenge, most: 10, Sample.Now, Keep);

    private Task<LedgerOutcome> CheckInAsync(UserId person, DateOnly date) => Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(person, date));

    private async Task<ChallengeId> ChallengeAsync(DateOnly startsOn, UserId member)
    {
        var challenge = Sample.Challenge() with { StartsOn = startsOn, EndsOn = startsOn.AddDays(55), Holidays = [], WorkDays = WorkDays.MondayToFriday };
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, member));
        return challenge.Id;
    }

    public sealed class OnSqlite() : DayRetentionTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : DayRetentionTests(postgreSql);
}
