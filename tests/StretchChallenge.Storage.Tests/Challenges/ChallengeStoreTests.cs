using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Challenges;

public abstract class ChallengeStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IChallengeStore Challenges => Get<IChallengeStore>();

    [Fact]
    public async Task Create_ThenLoad_ReturnsEveryValue()
    {
        var challenge = await CreateAsync();

        AssertSame(challenge, await Challenges.LoadAsync(challenge.Id));
        AssertSame(challenge, await Challenges.FindByCodeAsync(challenge.Code));
        Assert.Null(await Challenges.LoadAsync(new ChallengeId("none")));
        Assert.Null(await Challenges.FindByCodeAsync("none"));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task Create_WhateverTheServersCulture_KeepsDatesAsTheyAre(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var challenge = await CreateAsync();

        AssertSame(challenge, await Challenges.LoadAsync(challenge.Id));
    }

    [Fact]
    public async Task Create_CodeOfAnother_IsRefusedAndSavesNothing()
    {
        var first = await CreateAsync();
        var second = Sample.Challenge() with { Code = first.Code };

        Assert.False(await Challenges.CreateAsync(second, Sample.Enrolment(second.Id, await RegisterAsync())));
        Assert.Null(await Challenges.LoadAsync(second.Id));
        Assert.Empty((await Challenges.LoadRosterAsync(second.Id)).People);
    }

    [Fact]
    public async Task LoadForUser_ReturnsAllEverJoinedByFirstDay()
    {
        var user = await RegisterAsync();
        var late = Sample.Challenge() with { StartsOn = Sample.Monday.AddDays(70) };
        var early = Sample.Challenge();
        foreach (var challenge in new[] { late, early })
        {
            var left = new DateRange(Sample.Monday, DateOnly.MaxValue);
            await Challenges.CreateAsync(challenge, Sample.Enrolment(challenge.Id, user) with { Absences = [left] });
        }

        await CreateAsync();

        Assert.Equal([early.Id, late.Id], (await Challenges.LoadForUserAsync(user)).Select(challenge => challenge.Id));
    }

    [Fact]
    public async Task SaveSettings_ReplacesAllButTheCode()
    {
        var challenge = await CreateAsync();
        var changed = Sample.Challenge() with
        {
            Id = challenge.Id,
            Name = "Autumn",
            StartsOn = Sample.Monday.AddDays(7),
            EndsOn = Sample.Monday.AddDays(62),
            ZoneId = "Europe/Berlin",
            WorkDays = WorkDays.Of(DayOfWeek.Sunday),
            Holidays = [Sample.Monday.AddDays(9)],
            TeamThreshold = 100,
            OrganisersMakeTeams = false,
        };

        Assert.True(await Challenges.SaveSettingsAsync(changed));

        AssertSame(changed with { Code = challenge.Code }, await Challenges.LoadAsync(challenge.Id));
        Assert.False(await Challenges.SaveSettingsAsync(Sample.Challenge()));
    }

    [Fact]
    public async Task RenewCode_OldCodeOpensNothing()
    {
        var challenge = await CreateAsync();

        Assert.True(await Challenges.RenewCodeAsync(challenge.Id, "NEWCODE1"));

        Assert.Equal(challenge.Id, (await Challenges.FindByCodeAsync("NEWCODE1"))!.Id);
        Assert.Null(await Challenges.FindByCodeAsync(challenge.Code));
    }

    [Fact]
    public async Task RenewCode_CodeOfAnother_IsRefused()
    {
        var taken = await CreateAsync();
        var challenge = await CreateAsync();

        Assert.False(await Challenges.RenewCodeAsync(challenge.Id, taken.Code));
        Assert.Equal(taken.Id, (await Challenges.FindByCodeAsync(taken.Code))!.Id);
    }

    [Theory]
    [InlineData("en-US", "istanbul", "ISTANBUL")]
    [InlineData("tr-TR", "istanbul", "ISTANBUL")]
    [InlineData("tr-TR", "Ähre", "äHRE")]
    [InlineData("en-US", "Caf\u00e9", "CAFE\u0301")]
    [InlineData("en-US", "Blue", " blue ")]
    public async Task AddTeam_NameThatDiffersInCaseAlone_IsRefusedInEveryCulture(string culture, string name, string again)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var challenge = await CreateAsync();

        Assert.True(await Challenges.AddTeamAsync(Sample.Team(challenge.Id, name)));
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        Assert.False(await Challenges.AddTeamAsync(Sample.Team(challenge.Id, again)));
        Assert.Single((await Challenges.LoadRosterAsync(challenge.Id)).Teams);
    }

    [Fact]
    public async Task AddTeam_SameNameInAnotherChallenge_IsPossible()
    {
        var team = Sample.Team((await CreateAsync()).Id);

        Assert.True(await Challenges.AddTeamAsync(team));
        Assert.True(await Challenges.AddTeamAsync(Sample.Team((await CreateAsync()).Id, team.Name)));

        Assert.Equal(team, await Challenges.FindTeamAsync(team.Id));
        Assert.Null(await Challenges.FindTeamAsync(new TeamId("none")));
    }

    [Fact]
    public async Task AddTeam_TwentyOfOneNameAtOnce_SavesOne()
    {
        var challenge = await CreateAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => Challenges.AddTeamAsync(Sample.Team(challenge.Id)))));

        Assert.Single(added, true);
    }

    [Fact]
    public async Task SaveEnrolment_Again_ReplacesRoleAbsencesAndIntervals()
    {
        var challenge = await CreateAsync();
        var team = Sample.Team(challenge.Id);
        await Challenges.AddTeamAsync(team);
        var first = Sample.Enrolment(challenge.Id, await RegisterAsync());
        await Challenges.SaveEnrolmentAsync(first, [new(team.Id, challenge.Id, first.UserId, Sample.Monday, null)]);

        var away = new DateRange(Sample.Monday.AddDays(3), Sample.Monday.AddDays(5));
        var captain = first with { Role = ChallengeRole.Captain, Absences = [away] };
        MembershipRecord[] intervals =
        [
            new(team.Id, challenge.Id, first.UserId, Sample.Monday, Sample.Monday.AddDays(-1)),
            new(team.Id, challenge.Id, first.UserId, Sample.Monday, Sample.Monday.AddDays(2)),
        ];
        await Challenges.SaveEnrolmentAsync(captain, [.. intervals]);

        var roster = await Challenges.LoadRosterAsync(challenge.Id);
        var enrolment = roster.People.Single(person => person.UserId == first.UserId);
        Assert.Equal(ChallengeRole.Captain, enrolment.Role);
        Assert.Equal([away], enrolment.Absences.AsEnumerable());
        Assert.Equal(intervals, roster.Memberships.AsEnumerable());
    }

    [Fact]
    public async Task SaveEnrolment_UnknownTeam_SavesNothing()
    {
        var challenge = await CreateAsync();
        var enrolment = Sample.Enrolment(challenge.Id, await RegisterAsync());
        var nowhere = new MembershipRecord(new TeamId("none"), challenge.Id, enrolment.UserId, Sample.Monday, null);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Challenges.SaveEnrolmentAsync(enrolment, [nowhere]));

        Assert.DoesNotContain((await Challenges.LoadRosterAsync(challenge.Id)).People, person => person.UserId == enrolment.UserId);
    }

    [Fact]
    public async Task LoadZones_AreThoseChosenLastByWhoIsThere()
    {
        var challenge = Sample.Challenge();
        var mover = await RegisterAsync();
        await Challenges.CreateAsync(challenge, Sample.Enrolment(challenge.Id, mover));
        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, await RegisterAsync()), []);
        Assert.Equal(["Europe/Berlin"], (await Challenges.LoadZonesAsync(challenge.Id)).AsEnumerable());

        await Get<IPeopleStore>().SaveZoneChangesAsync(
            mover, [new(Sample.Now, "Asia/Tokyo", true), new(Sample.Now.AddDays(1), "America/New_York", false)]);
        Assert.Equal(["America/New_York", "Europe/Berlin"], (await Challenges.LoadZonesAsync(challenge.Id)).Order());

        var away = Sample.Enrolment(challenge.Id, mover) with { Absences = [DateRange.Since(Sample.Monday)] };
        await Challenges.SaveEnrolmentAsync(away, []);
        Assert.Equal(["Europe/Berlin"], (await Challenges.LoadZonesAsync(challenge.Id)).AsEnumerable());
    }

    [Fact]
    public async Task LoadTeams_AreThoseOfTheChallenge_InOrdinalOrder()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());
        TeamRecord[] teams = [Sample.Team(one.Id, "Blue"), Sample.Team(one.Id, "Red"), Sample.Team(other.Id)];
        foreach (var team in teams)
        {
            await Challenges.AddTeamAsync(team);
        }

        Assert.Equal(
            teams[..2].OrderBy(team => team.Id.Value, StringComparer.Ordinal), (await Challenges.LoadTeamsAsync(one.Id)).AsEnumerable());
    }

    private static void AssertSame(ChallengeRecord expected, ChallengeRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Holidays.Order(), actual.Holidays.Order());
        Assert.Equal(expected with { Holidays = [] }, actual with { Holidays = [] });
    }

    private async Task<ChallengeRecord> CreateAsync()
    {
        var challenge = Sample.Challenge();
        Assert.True(await Challenges.CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync())));
        return challenge;
    }

    public sealed class OnSqlite() : ChallengeStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ChallengeStoreTests(postgreSql);
}
