using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Results;

public abstract class ResultsStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private readonly ChallengeRecord _spring = Sample.Challenge();
    private UserId _ana;
    private UserId _ben;

    private IResultsStore Results => Get<IResultsStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (_ana, _ben) = (await RegisterAsync(), await RegisterAsync());
        await Get<IChallengeStore>().CreateAsync(_spring, Sample.Enrolment(_spring.Id, _ana) with { Role = ChallengeRole.Organiser });
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(_spring.Id, _ben), []);
    }

    [Fact]
    public async Task Correct_TwiceOneDay_KeepsTheLastWithBothInTheLog()
    {
        var before = await VersionAsync(_ben);
        var first = Correction(done: true, "Was at the fair");
        var second = Correction(done: false, "Another Ben");
        await Results.CorrectAsync(first, Entry());
        await Results.CorrectAsync(second, Entry());

        var ben = await Get<IPeopleStore>().LoadAsync(_ben);
        Assert.Equal([second], ben!.Corrections.AsEnumerable());
        Assert.Equal(2, (await Get<IAuditLog>().ReadAsync(_spring.Id, null, 10)).Length);
        Assert.Equal(before + 2, await VersionAsync(_ben));
        var feed = await Get<IChangeFeed>().ReadAsync(_spring.Id, 2);
        Assert.Equal([_ben], feed!.Changed);
        Assert.Equal(second, Assert.Single(Assert.Single(feed.People).Corrections));
    }

    [Fact]
    public async Task Correct_APersonWhoNeverJoined_WritesNothing()
    {
        var stranger = await RegisterAsync();

        Assert.False(await Results.CorrectAsync(Correction(done: true, "Reason") with { UserId = stranger }, Entry()));

        Assert.Empty(await Get<IAuditLog>().ReadAsync(_spring.Id, null, 10));
    }

    [Fact]
    public async Task Cancel_IsOfTheChallengeAndTellsItsBreaks()
    {
        var session = Sample.Session(_spring.Id, _ana);
        await Get<Storage.Sessions.ISessionStore>().CreateAsync(session);

        Assert.Equal([session.Id], (await Results.CancelAsync(_spring.Id, Sample.Now, Entry())).AsEnumerable());

        Assert.Equal(Sample.Now, (await Get<IChallengeStore>().LoadAsync(_spring.Id))!.CancelledAt);
        Assert.True((await Get<IChangeFeed>().ReadAsync(_spring.Id, 2))!.OfChallenge);
    }

    [Fact]
    public async Task FindSeasons_OfWhoIsInTheEarlierOne_HasTheTeamOfTheSameName()
    {
        var (blue, red) = (Sample.Team(_spring.Id), Sample.Team(_spring.Id, "Red"));
        await Get<IChallengeStore>().AddTeamAsync(blue);
        await Get<IChallengeStore>().AddTeamAsync(red);
        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(_spring.Id, _ben),
            [
                new MembershipRecord(red.Id, _spring.Id, _ben, Sample.Monday, Sample.Monday.AddDays(2)),
                new MembershipRecord(blue.Id, _spring.Id, _ben, Sample.Monday.AddDays(3), null),
            ]);
        var autumn = Sample.Challenge() with { Follows = _spring.Id, StartsOn = Sample.Monday.AddDays(70), EndsOn = Sample.Monday.AddDays(125) };
        var own = Sample.Team(autumn.Id, "BLUE");
        Assert.True(await Results.CopyAsync(autumn, Sample.Enrolment(autumn.Id, _ana), [own, Sample.Team(autumn.Id, "Red")], Entry()));

        var offered = Assert.Single(await Results.FindSeasonsAsync(_ben, Sample.Monday));

        Assert.Equal((autumn.Id, autumn.Code, _spring.Id, own.Id, "BLUE"), (offered.Id, offered.Code, offered.Follows, offered.TeamId, offered.TeamName));
        Assert.Equal(_spring.Id, (await Get<IChallengeStore>().LoadAsync(autumn.Id))!.Follows);
        Assert.Empty(await Results.FindSeasonsAsync(_ana, Sample.Monday));
        Assert.Empty(await Results.FindSeasonsAsync(await RegisterAsync(), Sample.Monday));
        Assert.Empty(await Results.FindSeasonsAsync(_ben, autumn.EndsOn.AddDays(1)));
        await Results.CancelAsync(autumn.Id, Sample.Now, Entry());
        Assert.Empty(await Results.FindSeasonsAsync(_ben, Sample.Monday));
    }

    [Fact]
    public async Task LoadPeople_ByPages_HasEverybodyWhoEverJoined()
    {
        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(_spring.Id, _ben) with { Absences = [new DateRange(Sample.Monday.AddDays(9), DateOnly.MaxValue)] }, []);

        var first = Assert.Single(await Results.LoadPeopleAsync(_spring.Id, "", 1));
        var second = Assert.Single(await Results.LoadPeopleAsync(_spring.Id, first.Id.Value, 1));

        Assert.Empty(await Results.LoadPeopleAsync(_spring.Id, second.Id.Value, 1));
        var ben = first.Id == _ben ? first : second;
        var account = await Get<IAccountStore>().FindAsync(_ben);
        Assert.Equal(
            (account!.DisplayName, account.Email, ChallengeRole.Participant, Sample.Monday, Sample.Monday.AddDays(9), (string?)null),
            (ben.Name, ben.Email, ben.Role, ben.JoinedOn, ben.LeftOn, ben.TeamName));
    }

    private async Task<int> VersionAsync(UserId user) => (await Get<IChallengeStore>().LoadVersionsAsync(user)).Single().OfEnrolment;

    private CorrectionRecord Correction(bool done, string reason) => new(_spring.Id, _ben, Sample.Monday.AddDays(1), done, reason, Sample.Now);

    private AuditEntry Entry() => new(AuditEntry.NewId(Sample.Now), _spring.Id, Sample.Now, _ana, "dayCorrected", _ben, "{}");

    public sealed class OnSqlite() : ResultsStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ResultsStoreTests(postgreSql);
}
