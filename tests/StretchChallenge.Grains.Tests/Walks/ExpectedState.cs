using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Walks;

/// <summary>What a challenge must look like, reckoned from the database alone: no grain, no memory, no index.</summary>
internal sealed class ExpectedState(
    ChallengeRecord challenge, RosterRecord roster, ImmutableArray<PersonRecord> people, DateTimeOffset now)
{
    private const int Around = 5;

    private readonly ChallengeCalendar _calendar = new(
        challenge.StartsOn, challenge.EndsOn, TimeZones.Find(challenge.ZoneId), challenge.WorkDays, challenge.Holidays);

    public IEnumerable<TeamId> Teams => roster.Teams.Select(team => team.Id);

    public static async Task<ExpectedState> OfAsync(Workplace work, TestChallenge challenge)
    {
        var id = new ChallengeId(challenge.Id);
        var challenges = work.Get<IChallengeStore>();
        return new ExpectedState(
            (await challenges.LoadAsync(id))!,
            await challenges.LoadRosterAsync(id),
            await work.Get<IPeopleStore>().LoadParticipantsAsync(id),
            work.Now);
    }

    /// <summary>Whether the person is in the challenge now.</summary>
    public bool IsIn(string person) => Present.Any(record => record.Id.Value == person);

    public PersonStreak StreakOf(string person) => StreakOf(people.Single(record => record.Id.Value == person));

    public TeamSnapshot SnapshotOf(TeamId team)
    {
        var standing = StandingOf(team);
        return new TeamSnapshot(
            team.Value,
            NameOf(team),
            standing.Streak,
            standing.Best,
            ShownPointsOf(team),
            standing.CurrentMembers,
            standing.RankedMembers,
            TodayOf(standing));
    }

    public ImmutableArray<BoardRow> RowsOf(BoardKind board) => board.IsTeamBoard()
        ? [.. Order(board).Select(row => TeamRow(board, row))]
        : [.. Order(board).Where(row => Find(row.Id).ShowName).Select(row => PersonRow(board, row))];

    public int TotalOf(BoardKind board) => Order(board).Length;

    public OwnRow? OwnOf(BoardKind board, string person)
    {
        var own = board.IsTeamBoard() ? TeamOf(person)?.Value : person;
        var order = Order(board);
        var place = order.Select(row => row.Id).ToList().IndexOf(own ?? "");
        if (place < 0 || !IsIn(person))
        {
            return null;
        }

        var listed = RowsOf(board).ToDictionary(row => row.Id);
        var above = order[..place].Select(row => listed.GetValueOrDefault(row.Id)).OfType<BoardRow>().TakeLast(Around);
        var below = order[(place + 1)..].Select(row => listed.GetValueOrDefault(row.Id)).OfType<BoardRow>().Take(Around);
        return new OwnRow(board.IsTeamBoard() ? TeamRow(board, order[place]) : OwnPersonRow(board, order[place]), [.. above, .. below]);
    }

    /// <summary>The team that the person is in today, in the challenge's zone.</summary>
    public TeamId? TeamOf(string person)
    {
        var today = ZoneTimeline.Fixed(_calendar.Zone).DateAt(now);
        return roster.Memberships
            .Where(one => one.UserId.Value == person && one.From <= today && today <= (one.To ?? DateOnly.MaxValue))
            .Select(one => (TeamId?)one.TeamId)
            .SingleOrDefault();
    }

    private IEnumerable<PersonRecord> Present =>
        people.Where(person => EnrolmentOf(person).Absences.All(absence => absence.To != DateOnly.MaxValue));

    private ImmutableArray<RankedRow> Order(BoardKind board) => Order(board, ShownPointsOf);

    private ImmutableArray<RankedRow> Order(BoardKind board, Func<TeamId, long> pointsOf) => Ranking.Order(board.IsTeamBoard()
        ? Teams.Select(team => new ScoredRow(team.Value, BoardScore.Of(board, StandingOf(team) with { MicroPoints = pointsOf(team) })))
        : Present.Select(person => new ScoredRow(person.Id.Value, BoardScore.Of(board, StreakOf(person).Totals))));

    // The same database, looked at before today.
    private ExpectedState? StartOfDay => _calendar.EndOfYesterday(now) is { } beforeToday ? new ExpectedState(challenge, roster, people, beforeToday) : null;

    private int? StartOfDayRankOf(BoardKind board, string id) =>
        StartOfDay is { } before ? before.Order(board, team => before.StandingOf(team).MicroPoints).SingleOrDefault(row => row.Id == id).Rank : null;

    private BoardRow TeamRow(BoardKind board, RankedRow row)
    {
        var standing = StandingOf(new TeamId(row.Id));
        return new BoardRow(row.Id, NameOf(new TeamId(row.Id)), row.Rank, standing.Streak, standing.Best)
        {
            Points = ShownPointsOf(new TeamId(row.Id)) / 1_000_000,
            Members = standing.CurrentMembers,
            Today = TodayOf(standing),
            StartOfDayRank = StartOfDayRankOf(board, row.Id),
            Colour = roster.Teams.Single(team => team.Id.Value == row.Id).Colour,
        };
    }

    private BoardRow PersonRow(BoardKind board, RankedRow row)
    {
        var streak = StreakOf(row.Id);
        return new BoardRow(row.Id, Find(row.Id).DisplayName, row.Rank, streak.Current, streak.Best)
        {
            Percent = streak.Totals.Percent,
            StartOfDayRank = StartOfDayRankOf(board, row.Id),
        };
    }

    private BoardRow OwnPersonRow(BoardKind board, RankedRow row)
    {
        var streak = StreakOf(row.Id);
        return PersonRow(board, row) with { Done = streak.DoneDue, Due = streak.Due, Pending = streak.Totals.PendingDue };
    }

    private TeamToday TodayOf(TeamStanding standing)
    {
        var (done, due) = standing.Today;
        var goal = (int)Math.Ceiling(due * challenge.TeamThreshold / 100m);
        return new TeamToday(done, standing.CurrentMembers < 5 || due < 2 ? null : Math.Max(0, goal - done));
    }

    // Those of this morning for a small team.
    private long ShownPointsOf(TeamId team) => StandingOf(team).CurrentMembers >= 5
        ? StandingOf(team).MicroPoints
        : new ExpectedState(challenge, roster, people, _calendar.BeforeToday(now)).StandingOf(team).MicroPoints;

    private string NameOf(TeamId team) => roster.Teams.Single(one => one.Id == team).Name;

    private PersonRecord Find(string person) => people.Single(record => record.Id.Value == person);

    private EnrolmentRecord EnrolmentOf(PersonRecord person) =>
        person.Enrolments.Single(enrolment => enrolment.ChallengeId == challenge.Id);

    private PersonStreak StreakOf(PersonRecord person) => StreakFold.Fold(CalendarOf(person), LedgerOf(person), now);

    private TeamStanding StandingOf(TeamId team)
    {
        var members = people
            .Select(person => new TeamMember(
                person.Id,
                [.. roster.Memberships
                    .Where(one => one.TeamId == team && one.UserId == person.Id)
                    .Select(one => new DateRange(one.From, one.To ?? DateOnly.MaxValue))],
                CalendarOf(person),
                LedgerOf(person)))
            .Where(member => !member.Memberships.IsEmpty);
        return TeamFold.Fold(_calendar, challenge.TeamThreshold, [.. members], now);
    }

    private PersonCalendar CalendarOf(PersonRecord person)
    {
        var zone = new ZoneTimeline(TimeZones.Find(person.ZoneId), person.ZoneChanges);
        return new PersonCalendar(
            _calendar,
            zone,
            EnrolmentOf(person).JoinedOn,
            person.WorkPatterns.IsEmpty ? null : new WorkPattern(person.WorkPatterns),
            [.. person.TimeOff.Select(off => new DateRange(off.From, off.To))],
            zone.NeutralDates,
            EnrolmentOf(person).Absences);
    }

    private static DayLedger LedgerOf(PersonRecord person) =>
        person.Credits.Aggregate(DayLedger.Empty, (ledger, credit) => ledger.With(credit.Date, credit.Kind));
}
