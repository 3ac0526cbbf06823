using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Users;

/// <summary>What boards and teams read of a challenge's people is what their whole records say of it.</summary>
public abstract class ParticipantStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private const int Seeds = 6;
    private const int People = 12;

    private IParticipantStore Participants => Get<IParticipantStore>();

    private IChallengeStore Challenges => Get<IChallengeStore>();

    private IPeopleStore Records => Get<IPeopleStore>();

    [Fact]
    public async Task ReadEverybody_AnyLedger_SaysWhatTheWholeRecordsSay()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var (challenge, other) = (Any(random), Any(random));
            var teams = await CreateAsync(challenge);
            await CreateAsync(other);
            var people = new List<UserId>();
            for (var person = 0; person < People; person++)
            {
                people.Add(await AnyPersonAsync(random, challenge, teams));
                await Challenges.SaveEnrolmentAsync(Sample.Enrolment(other.Id, people[person]), []);
            }

            foreach (var read in new[] { challenge, other, challenge with { CancelledAt = Sample.Now.AddDays(random.Next(-9, 9)) } })
            {
                var expected = await ExpectedAsync(read);
                var found = new List<EnrolledPerson>();
                await Participants.ReadEverybodyAsync(read, found.Add);

                Assert.Equal(expected.Length, await Participants.CountAsync(read.Id));
                AssertSame(expected, found, seed);
                foreach (var team in teams)
                {
                    AssertSame(
                        [.. expected.Where(person => person.Memberships.Any(one => one.TeamId == team.Id))],
                        read.Id == other.Id ? [] : await Participants.LoadMembersAsync(read, team.Id),
                        seed);
                }
            }
        }
    }

    [Fact]
    public async Task ReadEverybody_PurgedDays_GivesWhatIsKept()
    {
        var challenge = Sample.Challenge();
        await CreateAsync(challenge);
        var person = await RegisterAsync();
        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, person), []);
        await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(person));
        var kept = new PersonResult { ChallengeId = challenge.Id, UserId = person, Streak = 1, Best = 2, Due = 3, Done = 1, StartedOn = Sample.Monday, Minutes = 6 };
        await Get<IDayRetention>().PurgeAsync(
            challenge.Id, 10, Sample.Now, (one, _) => new KeptDays(kept with { UserId = one.Id }, new SealedPersonDays([], [])));

        var read = new List<EnrolledPerson>();
        await Participants.ReadEverybodyAsync(challenge, read.Add);

        var found = read.Single(one => one.Id == person);
        Assert.Equal((kept, default(CreditedDays)), (found.Result, found.Credited));
    }

    [Fact]
    public async Task ReadEverybody_LongestChallenge_HasItsLastDay()
    {
        // From a Sunday, 56 days end on the 62nd day after that week's Monday.
        var start = Sample.Monday.AddDays(6);
        var challenge = Sample.Challenge() with { StartsOn = start, EndsOn = start.AddDays(55) };
        await CreateAsync(challenge);
        var person = await RegisterAsync();
        await Challenges.SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, person), []);
        foreach (var date in new[] { Sample.Monday.AddDays(-1), Sample.Monday, challenge.EndsOn, Sample.Monday.AddDays(63), Sample.Monday.AddDays(64) })
        {
            await Get<ILedgerWriter>().CommitAsync(Sample.CheckIn(person, date));
        }

        var read = new List<EnrolledPerson>();
        await Participants.ReadEverybodyAsync(challenge, read.Add);

        var expected = DaySet.Of(0) | DaySet.Of(61) | DaySet.Of(63);
        Assert.Equal(new CreditedDays(expected, default), read.Single(one => one.Id == person).Credited);
    }

    // On any weekday, so that the numbers of the days begin before the first one.
    private static ChallengeRecord Any(Random random)
    {
        var start = Sample.Monday.AddDays(random.Next(-10, 10));
        return Sample.Challenge() with { StartsOn = start, EndsOn = start.AddDays(55) };
    }

    private async Task<TeamRecord[]> CreateAsync(ChallengeRecord challenge)
    {
        await Challenges.CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        TeamRecord[] teams = [Sample.Team(challenge.Id), Sample.Team(challenge.Id, "Red")];
        foreach (var team in teams)
        {
            await Challenges.AddTeamAsync(team);
        }

        return teams;
    }

    private async Task<UserId> AnyPersonAsync(Random random, ChallengeRecord challenge, TeamRecord[] teams)
    {
        var person = await RegisterAsync();
        await Challenges.SaveEnrolmentAsync(
            Sample.Enrolment(challenge.Id, person) with
            {
                Role = (ChallengeRole)random.Next(3),
                JoinedOn = challenge.StartsOn.AddDays(random.Next(20)),
                Absences = [.. Some(random, 2, _ => AnyRange(random))],
            },
            [
                .. Some(random, 4, _ => AnyRange(random)).Select(days =>
                    new MembershipRecord(teams[random.Next(2)].Id, challenge.Id, person, days.From, random.Next(3) == 0 ? null : days.To)),
            ]);
        await Records.SaveZoneChangesAsync(person, [.. Some(random, 2, i => new ZoneChange(Sample.Now.AddDays(20 * i), "Asia/Tokyo", i == 0))]);
        await Records.SaveWorkPatternsAsync(person, [.. Some(random, 2, i => new WorkPatternChange(Sample.Monday.AddDays(7 * i), WorkDays.MondayToFriday))]);
        await Records.AddTimeOffAsync(
            person, [.. Some(random, 3, i => AnyRange(random)).Select(days => new TimeOffRecord(Sample.NewId(), days.From, days.To, days.From))]);
        foreach (var day in Enumerable.Range(-15, 90).Where(_ => random.Next(3) == 0))
        {
            var checkIn = Sample.CheckIn(person, Sample.Monday.AddDays(day));
            var credit = new CreditRecord(checkIn.Credit!.Date, (CreditKind)random.Next(3), Sample.Now.AddDays(day - 9));
            await Get<ILedgerWriter>().CommitAsync(checkIn with { Credit = credit, Completion = null });
        }

        foreach (var date in Some(random, 4, _ => challenge.StartsOn.AddDays(random.Next(56))).Distinct())
        {
            await CorrectAsync(new CorrectionRecord(challenge.Id, person, date, random.Next(2) == 0, "A reason.", Sample.Now));
        }

        return person;
    }

    private static DateRange AnyRange(Random random)
    {
        var from = Sample.Monday.AddDays(random.Next(-5, 50));
        return new DateRange(from, from.AddDays(random.Next(9)));
    }

    private static T[] Some<T>(Random random, int most, Func<int, T> make) =>
        [.. Enumerable.Range(0, random.Next(2) * random.Next(most + 1)).Select(make)];

    private async Task<ImmutableArray<EnrolledPerson>> ExpectedAsync(ChallengeRecord challenge) =>
    [
        .. (await Records.LoadParticipantsAsync(challenge.Id)).Select(person => EnrolledPerson.Of(person, challenge)!),
    ];

    private static void AssertSame(ImmutableArray<EnrolledPerson> expected, IReadOnlyCollection<EnrolledPerson> found, int seed)
    {
        var sorted = found.OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToArray();
        Assert.Equal(expected.Select(Text), sorted.Select(Text));
        Assert.True(expected.Length > 0 || found.Count == 0, $"seed {seed}");
    }

    // Lists in records compare by their instances.
    private static string Text(EnrolledPerson person) => JsonSerializer.Serialize(person);

    private Task<bool> CorrectAsync(CorrectionRecord correction) => Get<IResultsStore>().CorrectAsync(
        correction,
        new AuditEntry(Sample.NewId(), correction.ChallengeId, Sample.Now, null, "dayCorrected", correction.UserId, "{}"));

    public sealed class OnSqlite() : ParticipantStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ParticipantStoreTests(postgreSql);
}
