using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Tests.Challenges;

public abstract class MemberStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private readonly ChallengeRecord _challenge = Sample.Challenge();
    private TeamRecord _blue = null!;
    private UserId _organiser;

    private IMemberStore Members => Get<IMemberStore>();

    private IChallengeStore Challenges => Get<IChallengeStore>();

    private MemberQuery Everybody => new(_challenge.Id, Sample.Monday.AddDays(20), 100);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _organiser = await HireAsync("Olga");
        await Challenges.CreateAsync(
            _challenge, Sample.Enrolment(_challenge.Id, _organiser) with { Role = ChallengeRole.Organiser });
        _blue = Sample.Team(_challenge.Id) with { Colour = TeamColour.Moss };
        await Challenges.AddTeamAsync(_blue);
    }

    [Fact]
    public async Task Load_InPages_HasEverybodyOnceByName()
    {
        foreach (var name in new[] { "Özil", "ana", "Ben", "ana", "Ida" })
        {
            await EnrolAsync(await HireAsync(name));
        }

        var all = new List<MemberRecord>();
        for (var page = await Members.LoadAsync(Everybody with { Most = 2 });
            !page.IsEmpty;
            page = await Members.LoadAsync(Everybody with { Most = 2, After = all[^1].UserId }))
        {
            all.AddRange(page);
        }

        Assert.Equal(all.Count, all.Select(member => member.UserId).Distinct().Count());
        Assert.Equal(["ana", "ana", "Ben", "Ida", "Olga"], all.Select(member => member.DisplayName).Where(name => name != "Özil"));
        Assert.Equal(6, all.Count);
    }

    [Theory]
    [InlineData("öZ", "Özil")]
    [InlineData("BEN", "Ben 100%")]
    [InlineData("0%", "Ben 100%")]
    [InlineData("_", "")]
    [InlineData(@"\", "")]
    public async Task Load_BySearch_FindsNamesInAnyCaseAndSignsAsTheyAre(string search, string found)
    {
        await EnrolAsync(await HireAsync("Özil"));
        await EnrolAsync(await HireAsync("Ben 100%"));

        var members = await Members.LoadAsync(Everybody with { Search = search });

        Assert.Equal(found, string.Join(',', members.Select(member => member.DisplayName)));
    }

    [Fact]
    public async Task Load_BySearch_FindsAddresses()
    {
        var ida = await HireAsync("Ida");
        await EnrolAsync(ida);

        var found = await Members.LoadAsync(Everybody with { Search = $"{ida.Value[..20]}" });

        Assert.Equal(ida, Assert.Single(found).UserId);
    }

    [Fact]
    public async Task Load_WhoLeft_IsNotThere()
    {
        var gone = await HireAsync("Gus");
        await Challenges.SaveEnrolmentAsync(
            Sample.Enrolment(_challenge.Id, gone) with { Absences = [Domain.Calendars.DateRange.Since(Sample.Monday)] }, []);

        Assert.Equal(_organiser, Assert.Single(await Members.LoadAsync(Everybody)).UserId);
    }

    [Fact]
    public async Task Load_ByTeamAndRole_HasThoseAlone()
    {
        var ida = await HireAsync("Ida");
        await EnrolAsync(ida, new MembershipRecord(_blue.Id, _challenge.Id, ida, Sample.Monday.AddDays(21), null));

        var member = Assert.Single(await Members.LoadAsync(Everybody with { Team = _blue.Id }));

        Assert.Equal((ida, null, _blue.Id.Value), (member.UserId, member.TeamId, member.LastTeamId));
        Assert.Equal(_organiser, Assert.Single(await Members.LoadAsync(Everybody with { WithoutTeam = true })).UserId);
        Assert.Equal(_organiser, Assert.Single(await Members.LoadAsync(Everybody with { Role = ChallengeRole.Organiser })).UserId);
    }

    [Theory]
    [InlineData(null, MemberActivity.Never)]
    [InlineData(-1, MemberActivity.Never)]
    [InlineData(0, MemberActivity.Quiet)]
    [InlineData(6, MemberActivity.Quiet)]
    [InlineData(7, MemberActivity.Lately)]
    [InlineData(20, MemberActivity.Lately)]
    public async Task Load_ByActivity_CountsTheDaysOfTheChallengeAlone(int? day, MemberActivity activity)
    {
        var ida = await HireAsync("Ida");
        await EnrolAsync(ida);
        if (day is { } done)
        {
            await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(ida, Sample.Monday.AddDays(done)));
        }

        foreach (var each in Enum.GetValues<MemberActivity>())
        {
            var found = await Members.LoadAsync(Everybody with { Activity = each, Search = "Ida" });
            Assert.Equal(each == activity, found.Length == 1);
        }
    }

    [Fact]
    public async Task Save_SeveralPeople_ChangesAllWithOneRowOfTheFeedEachAndOneOfTheLog()
    {
        var people = new[] { await HireAsync("Ana"), await HireAsync("Ben"), await HireAsync("Cem") };
        foreach (var person in people)
        {
            await EnrolAsync(person);
        }

        var before = await Get<IChangeFeed>().FindLastAsync(_challenge.Id) ?? 0;
        await Members.SaveAsync(
            _challenge.Id,
            [.. people.Select(person => new MemberChange(
                person, ChallengeRole.Captain, [new MembershipRecord(_blue.Id, _challenge.Id, person, Sample.Monday, null)]))],
            Audit("peopleAssigned"));

        var changes = await Get<IChangeFeed>().ReadAsync(_challenge.Id, before);
        Assert.Equal(before + 3, changes!.Number);
        Assert.Equal(people.ToHashSet(), changes.Changed);
        Assert.All(
            (await Members.LoadAsync(Everybody with { Team = _blue.Id })).ToArray(), member => Assert.Equal(ChallengeRole.Captain, member.Role));
        Assert.Equal("peopleAssigned", Assert.Single(await Get<IAuditLog>().ReadAsync(_challenge.Id, null, 10)).Action);
    }

    [Fact]
    public async Task SaveTeam_NameOfAnother_ChangesNothing()
    {
        var red = Sample.Team(_challenge.Id, "Red");
        await Challenges.AddTeamAsync(red);

        Assert.False(await Members.SaveTeamAsync(red with { Name = "BLUE" }, Audit("teamChanged")));
        Assert.True(await Members.SaveTeamAsync(_blue with { Name = "Azure", Colour = TeamColour.Berry }, Audit("teamChanged")));

        Assert.Equal(red, await Challenges.FindTeamAsync(red.Id));
        Assert.Equal(_blue with { Name = "Azure", Colour = TeamColour.Berry }, await Challenges.FindTeamAsync(_blue.Id));
        Assert.Single(await Get<IAuditLog>().ReadAsync(_challenge.Id, null, 10));
    }

    [Fact]
    public async Task RemoveTeam_WithPast_KeepsItClosedAndItsNameFree()
    {
        var ida = await HireAsync("Ida");
        var past = new MembershipRecord(_blue.Id, _challenge.Id, ida, Sample.Monday, Sample.Monday);
        await EnrolAsync(ida, past with { To = null });

        await Members.RemoveTeamAsync(_blue, hasPast: true, [new MemberChange(ida, ChallengeRole.Participant, [past])], Audit("teamRemoved"));

        Assert.Empty(await Challenges.LoadTeamsAsync(_challenge.Id));
        Assert.True((await Challenges.FindTeamAsync(_blue.Id))!.IsClosed);
        Assert.Equal(past, Assert.Single((await Challenges.LoadRosterAsync(_challenge.Id)).Memberships));
        Assert.True(await Challenges.AddTeamAsync(Sample.Team(_challenge.Id)));
    }

    [Fact]
    public async Task RemoveTeam_WithoutPast_DeletesIt()
    {
        await Members.RemoveTeamAsync(_blue, hasPast: false, [], Audit("teamRemoved"));

        Assert.Null(await Challenges.FindTeamAsync(_blue.Id));
    }

    private AuditEntry Audit(string action) =>
        new(AuditEntry.NewId(Sample.Now), _challenge.Id, Sample.Now, _organiser, action, null, "{}");

    private Task<EnrolmentSaving> EnrolAsync(UserId person, params MembershipRecord[] memberships) =>
        Challenges.SaveEnrolmentAsync(Sample.Enrolment(_challenge.Id, person), [.. memberships]);

    private async Task<UserId> HireAsync(string name)
    {
        var account = Sample.Account() with { DisplayName = name };
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        return account.Id;
    }

    public sealed class OnSqlite() : MemberStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : MemberStoreTests(postgreSql);
}
