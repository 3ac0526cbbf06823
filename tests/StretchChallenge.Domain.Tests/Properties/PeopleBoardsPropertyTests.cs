using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Tests.Reference;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>Person boards against sorted rows, each with the reference implementation's streak, over weeks of changes.</summary>
public sealed class PeopleBoardsPropertyTests
{
    [Fact]
    public void Refresh_OverAnyTimesAndChanges_ListsAndRanksAsTheReferenceImplementation() =>
        Check.Holds(60, seed => new Boards(seed), boards => Enumerable.Range(0, 12).All(_ => boards.AgreeAfterSomeTime()));

    private sealed class Boards
    {
        private readonly int _seed;
        private readonly Random _random;
        private readonly ChallengeCalendar _challenge;
        private readonly Dictionary<string, BoardPerson> _people = [];
        private readonly Dictionary<string, DayLedger> _ledgers = [];
        private readonly PeopleBoards _boards;
        private DateTimeOffset _now;

        public Boards(int seed)
        {
            _random = new Random(_seed = seed);
            _challenge = PersonScenario.Challenge(_random);
            _boards = new PeopleBoards(_challenge, _random.Next(5));
            _now = ZoneTimeline.Fixed(_challenge.Zone).StartOf(_challenge.Start).AddHours(-30);
        }

        public override string ToString() => $"seed {_seed}, {_people.Count} people, {_now:O}";

        public bool AgreeAfterSomeTime()
        {
            for (var changes = _random.Next(4); changes > 0; changes--)
            {
                Change($"{(char)('a' + _random.Next(6))}");
            }

            _now += TimeSpan.FromMinutes(_random.Next(10_000));
            while (!_boards.Refresh(_now, _challenge.EndOfYesterday(_now), mostFolds: 2))
            {
            }

            return Agree(BoardKind.PersonStreak) && Agree(BoardKind.PersonConsistency) && Teams.All(AgreeOnMembers);
        }

        private void Change(string id)
        {
            var calendar = PersonScenario.Person(_random, _challenge);
            if (_people.TryGetValue(id, out var known) && _random.Next(2) == 0)
            {
                _ledgers[id] = PersonScenario.LedgerOf(_random, known.Calendar);
                _boards.SetDays(id, _ledgers[id]);
                return;
            }

            _ledgers[id] = PersonScenario.LedgerOf(_random, calendar);
            _people[id] = new BoardPerson(
                new UserId(id), $"name {_random.Next()}", _random.Next(3) > 0, _random.Next(5) == 0, calendar, _ledgers[id].In(_challenge, 0), Memberships());
            _boards.Put(_people[id]);
        }

        private static TeamId[] Teams => [new("blue"), new("red")];

        private ImmutableArray<TeamMembership> Memberships() =>
        [
            .. Enumerable.Range(0, _random.Next(3))
                .Select(_ => new TeamMembership(Teams[_random.Next(2)], PersonScenario.Range(_random, _challenge, longest: 40))),
        ];

        private bool AgreeOnMembers(TeamId team)
        {
            var expected = _people.Values
                .Select(person => new TeamMember(
                    person.Id, [.. person.Teams.Where(one => one.Team == team).Select(one => one.Days)], person.Calendar, _ledgers[person.Id.Value]))
                .Where(member => !member.Memberships.IsEmpty);
            var (one, other) = (Fold([.. expected]), Fold(_boards.MembersOf(team)));
            return one with { Days = default } == other with { Days = default } && one.Days.SequenceEqual(other.Days);
        }

        private TeamStanding Fold(IReadOnlyList<TeamMember> members) => TeamFold.Fold(_challenge, 70, members, _now);

        private bool Agree(BoardKind board)
        {
            var ranks = Ranks(board, _now);
            var before = _challenge.EndOfYesterday(_now) is { } instant ? Ranks(board, instant) : [];
            var expected = ranks.Select(row => (row.Id, _people[row.Id].Name, row.Rank, before.SingleOrDefault(other => other.Id == row.Id).Rank));
            return _boards.Total == ranks.Length
                && expected.Where(row => _people[row.Id].IsListed).SequenceEqual(
                    _boards.Top(board, 10).Select(row => (row.Id, row.Name, row.Rank, row.StartOfDayRank)))
                && ranks.All(row => _boards.Own(board, row.Id)!.Value is var own
                    && own.Rank == row.Rank && own.Streak.Current == Naive(_people[row.Id], _now).Current);
        }

        private ImmutableArray<RankedRow> Ranks(BoardKind board, DateTimeOffset instant) => Ranking.Order(_people.Values
            .Where(person => !person.IsAway)
            .Select(person => new ScoredRow(person.Id.Value, ScoreOf(board, Naive(person, instant)))));

        private static BoardScore? ScoreOf(BoardKind board, NaiveStreak streak)
        {
            var settled = streak.Dates.Count - streak.Count('P');
            return board == BoardKind.PersonStreak
                ? BoardScore.PersonStreak(streak.Current, streak.Best)
                : BoardScore.PersonConsistency(settled == 0 ? 0 : 100 * streak.Count('D') / settled, streak.Current, settled, streak.LeaveDays);
        }

        private NaiveStreak Naive(BoardPerson person, DateTimeOffset instant) => new(person.Calendar, _ledgers[person.Id.Value], instant);
    }
}
