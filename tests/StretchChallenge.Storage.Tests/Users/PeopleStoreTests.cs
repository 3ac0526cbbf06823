using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Users;

public abstract class PeopleStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IPeopleStore People => Get<IPeopleStore>();

    [Fact]
    public async Task Load_UnknownPerson_ReturnsNull()
    {
        Assert.Null(await People.LoadAsync(new UserId("nobody")));
    }

    [Fact]
    public async Task Load_NewPerson_HasTheAccountsNameAndZone()
    {
        var account = Sample.Account();
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);

        var person = await People.LoadAsync(account.Id);

        Assert.NotNull(person);
        Assert.Equal(account.DisplayName, person.DisplayName);
        Assert.Equal(account.ZoneId, person.ZoneId);
        Assert.True(person.ShowName);
        Assert.Empty(person.Credits);
        Assert.Empty(person.Enrolments);
    }

    [Fact]
    public async Task SaveZoneChanges_Twice_KeepsTheLastListInItsOrder()
    {
        var user = await RegisterAsync();
        var midnight = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.FromHours(1));
        var first = new ZoneChange(midnight, "Asia/Tokyo", Neutralises: true);
        var second = new ZoneChange(midnight, "America/Los_Angeles", Neutralises: false);

        await People.SaveZoneChangesAsync(user, [first]);
        await People.SaveZoneChangesAsync(user, [first, second]);

        Assert.Equal([first, second], (await LoadAsync(user)).ZoneChanges.AsEnumerable());
    }

    [Fact]
    public async Task SaveWorkPatterns_NoDaysAtAll_IsAPatternToo()
    {
        var user = await RegisterAsync();
        var partTime = new WorkPatternChange(Sample.Monday, WorkDays.Of(DayOfWeek.Monday, DayOfWeek.Sunday));
        var sabbatical = new WorkPatternChange(Sample.Monday.AddDays(7), WorkDays.Of());

        await People.SaveWorkPatternsAsync(user, [partTime, sabbatical]);

        Assert.Equal([partTime, sabbatical], (await LoadAsync(user)).WorkPatterns.AsEnumerable());
    }

    [Fact]
    public async Task DeleteCommands_BeforeAnInstant_KeepsLaterOnes()
    {
        var user = await RegisterAsync();
        var (old, recent) = (Sample.CheckIn(user), Sample.CheckIn(user, Sample.Monday.AddDays(1)));
        recent = recent with { Command = recent.Command with { RecordedAt = Sample.Now.AddDays(1) } };
        await Get<ILedgerWriter>().CommitAsync(old);
        await Get<ILedgerWriter>().CommitAsync(recent);

        Assert.Equal(1, await People.DeleteCommandsAsync(Sample.Now.AddDays(1)));

        Assert.Null(await People.FindCommandAsync(user, old.Command.Id));
        Assert.NotNull(await People.FindCommandAsync(user, recent.Command.Id));
    }

    [Fact]
    public async Task TimeOff_AddedReplacedAndRemoved_IsAsLastSaved()
    {
        var user = await RegisterAsync();
        var early = new TimeOffRecord("a", Sample.Monday, Sample.Monday.AddDays(4), Sample.Monday);
        var late = new TimeOffRecord("b", Sample.Monday.AddDays(20), Sample.Monday.AddDays(24), Sample.Monday);
        var shortened = late with { To = Sample.Monday.AddDays(21) };

        await People.AddTimeOffAsync(user, [late, early]);
        Assert.Equal([early, late], (await LoadAsync(user)).TimeOff.AsEnumerable());

        Assert.True(await People.ReplaceTimeOffAsync(user, shortened));
        Assert.True(await People.RemoveTimeOffAsync(user, "a"));
        Assert.Equal([shortened], (await LoadAsync(user)).TimeOff.AsEnumerable());
    }

    [Fact]
    public async Task TimeOff_OfAnother_IsNeitherReplacedNorRemoved()
    {
        var owner = await RegisterAsync();
        var stranger = await RegisterAsync();
        var timeOff = new TimeOffRecord("a", Sample.Monday, Sample.Monday, Sample.Monday);
        await People.AddTimeOffAsync(owner, [timeOff]);

        Assert.False(await People.ReplaceTimeOffAsync(stranger, timeOff with { To = Sample.Monday.AddDays(9) }));
        Assert.False(await People.RemoveTimeOffAsync(stranger, "a"));
        Assert.Equal([timeOff], (await LoadAsync(owner)).TimeOff.AsEnumerable());
    }

    [Fact]
    public async Task AddTimeOff_OneOfSeveralThatExists_AddsNone()
    {
        var user = await RegisterAsync();
        var first = new TimeOffRecord("a", Sample.Monday, Sample.Monday, Sample.Monday);
        await People.AddTimeOffAsync(user, [first]);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => People.AddTimeOffAsync(user, [first with { Id = "b" }, first]));

        Assert.Equal([first], (await LoadAsync(user)).TimeOff.AsEnumerable());
    }

    [Fact]
    public async Task LoadOccupiedTime_OfACheckIn_IsThatOfItsRunsSinceThen()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        await Get<ILedgerWriter>().CommitAsync(checkIn);
        await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(await RegisterAsync()));

        var occupied = Assert.Single(await People.LoadOccupiedTimeAsync(user, Sample.Now.AddSeconds(-1)));

        Assert.Equal(new OccupiedTimeRecord(checkIn.Completion!.RunId, Assert.Single(checkIn.Completion.Occupied)), occupied);
        Assert.Empty(await People.LoadOccupiedTimeAsync(user, Sample.Now));
    }

    [Fact]
    public async Task Load_CreditsOfEachKind_AreInOrderOfTheirDates()
    {
        var user = await RegisterAsync();
        var kinds = Enum.GetValues<CreditKind>();
        foreach (var (kind, back) in kinds.Select((kind, index) => (kind, index)))
        {
            var checkIn = Sample.CheckIn(user, Sample.Monday.AddDays(-back));
            await Get<ILedgerWriter>().CommitAsync(checkIn with { Credit = checkIn.Credit! with { Kind = kind } });
        }

        var credits = (await LoadAsync(user)).Credits;

        Assert.Equal(kinds.Reverse(), credits.Select(credit => credit.Kind));
        Assert.Equal(new CreditRecord(Sample.Monday, kinds[0], Sample.Now), credits[^1]);
    }

    [Fact]
    public async Task FindCommand_TakenEarlier_ReturnsItWithItsAnswer()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        await Get<ILedgerWriter>().CommitAsync(checkIn);

        Assert.Equal(checkIn.Command, await People.FindCommandAsync(user, checkIn.Command.Id));
        Assert.Null(await People.FindCommandAsync(user, "another"));
        Assert.Null(await People.FindCommandAsync(await RegisterAsync(), checkIn.Command.Id));
    }

    [Fact]
    public async Task IsRunCompleted_TellsCompletedRunsFromOthers()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        await Get<ILedgerWriter>().CommitAsync(checkIn);

        Assert.True(await People.IsRunCompletedAsync(checkIn.Completion!.RunId));
        Assert.False(await People.IsRunCompletedAsync("another"));
    }

    [Fact]
    public async Task CountTogether_CountsEachLiveBreakOfTheseDaysOnce()
    {
        var user = await RegisterAsync();
        foreach (var (days, session) in new (int, string?)[] { (0, "first"), (0, "first"), (0, "second"), (1, null), (2, "third") })
        {
            var checkIn = Sample.CheckIn(user, Sample.Monday.AddDays(days));
            var completion = checkIn.Completion! with { Session = session is null ? null : new SessionId(session) };
            await Get<ILedgerWriter>().CommitAsync(checkIn with { Credit = null, Completion = completion });
        }

        Assert.Equal(2, await People.CountSessionsAsync(user, Sample.Monday, Sample.Monday.AddDays(1)));
        Assert.Equal(3, await People.CountSessionsAsync(user, Sample.Monday, Sample.Monday.AddDays(2)));
        Assert.Equal(0, await People.CountSessionsAsync(await RegisterAsync(), Sample.Monday, Sample.Monday.AddDays(2)));
    }

    [Fact]
    public async Task LoadParticipants_IncludesWhoLeftAndNobodyElse()
    {
        var challenge = await CreateChallengeAsync();
        var away = new DateRange(Sample.Monday.AddDays(7), DateOnly.MaxValue);
        var gone = Sample.Enrolment(challenge.Id, await RegisterAsync()) with { Absences = [away] };
        await Get<IChallengeStore>().SaveEnrolmentAsync(gone, []);
        await CreateChallengeAsync();

        var people = await People.LoadParticipantsAsync(challenge.Id);

        Assert.Equal(2, people.Length);
        Assert.Equal(people.Select(person => person.Id.Value).Order(StringComparer.Ordinal), people.Select(person => person.Id.Value));
        var enrolment = Assert.Single(people.Single(person => person.Id == gone.UserId).Enrolments);
        Assert.Equal([away], enrolment.Absences.AsEnumerable());
    }

    private async Task<ChallengeRecord> CreateChallengeAsync()
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        return challenge;
    }

    private async Task<PersonRecord> LoadAsync(UserId user) =>
        await People.LoadAsync(user) ?? throw new InvalidOperationException($"{user} is not there.");

    public sealed class OnSqlite() : PeopleStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : PeopleStoreTests(postgreSql);
}
