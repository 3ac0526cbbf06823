using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Teams;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;

namespace StretchChallenge.Grains.Standings;

/// <summary>
/// The team boards of one challenge, computed from the people of its person boards. There are few teams, so every read sorts them;
/// only teams that changed are folded again.
/// </summary>
internal sealed class TeamBoards
{
    private readonly Dictionary<TeamId, TeamRecord> _teams = [];
    private readonly Dictionary<string, TeamSummary> _summaries = new(StringComparer.Ordinal);
    private readonly HashSet<TeamId> _stale = [];
    private Dictionary<TeamId, SealedDays> _sealed = [];
    private SealedDays _sealedWithoutTeam = SealedDays.None;
    private readonly Dictionary<BoardKind, Dictionary<string, int?>> _startOfDayRanks = [];
    private readonly Dictionary<BoardKind, ImmutableArray<BoardRow>> _rows = [];

    /// <summary>The first instant at which a row changes with time alone; null if none does.</summary>
    public DateTimeOffset? NextChange => _summaries.Values.Min(team => team.Standing.NextChange);

    /// <summary>The teams.</summary>
    public IReadOnlyCollection<TeamRecord> All => _teams.Values;

    /// <summary>How many teams there are.</summary>
    public int Total => _summaries.Count;

    /// <summary>Replaces the teams, all of which are folded again.</summary>
    public void Set(ImmutableArray<TeamRecord> teams)
    {
        _teams.Clear();
        _summaries.Clear();
        _stale.Clear();
        Forget();
        foreach (var team in teams)
        {
            _teams.Add(team.Id, team);
            _stale.Add(team.Id);
        }
    }

    /// <summary>Replaces what people add whose days are no longer stored; followed by <see cref="Set" />.</summary>
    public void SetSealed(ImmutableArray<SealedTeamDay> ofTeams, ImmutableArray<SealedChallengeDay> withoutTeam)
    {
        _sealed = ofTeams.GroupBy(day => day.Team).ToDictionary(team => team.Key, team => team.ToDomain());
        _sealedWithoutTeam = withoutTeam.ToDomain();
    }

    /// <summary>What such people add on days on which they were in no team, or in one that is closed.</summary>
    public SealedDays SealedElsewhere =>
        SealedDays.Sum([_sealedWithoutTeam, .. _sealed.Where(team => !_teams.ContainsKey(team.Key)).Select(team => team.Value)]);

    /// <summary>What people add to a team's days whose own days are no longer stored.</summary>
    public SealedDays SealedDaysOf(TeamId team) => _sealed.GetValueOrDefault(team, SealedDays.None);

    /// <summary>Marks a team whose members' days changed.</summary>
    public void Touch(TeamId team) => _stale.Add(team);

    /// <summary>Folds teams that changed, also with time alone since the last call.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="people">Its people, folded up to now.</param>
    /// <param name="now">The instant.</param>
    /// <param name="mostFolds">How many teams to fold in this call.</param>
    /// <returns>Whether all teams are up to date; otherwise call again.</returns>
    public bool Refresh(ChallengeRecord challenge, PeopleBoards people, DateTimeOffset now, int mostFolds)
    {
        var passed = _summaries.Where(team => team.Value.Standing.NextChange <= now).Select(team => new TeamId(team.Key));
        var calendar = challenge.ToCalendar();
        TeamId[] due = [.. _stale.Union(passed).Where(_teams.ContainsKey).Take(mostFolds)];
        foreach (var team in due)
        {
            _summaries[team.Value] = TeamSummary.Of(calendar, challenge.TeamThreshold, people.MembersOf(team), now, SealedDaysOf(team));
            _stale.Remove(team);
            Forget();
        }

        return due.Length < mostFolds;
    }

    /// <summary>All rows of a board, best first. They are kept until a team changes, because every watcher's own row is found in them.</summary>
    public ImmutableArray<BoardRow> Rows(BoardKind board)
    {
        if (!_rows.TryGetValue(board, out var rows))
        {
            rows = RankedRows(board);
            _rows.Add(board, rows);
        }

        return rows;
    }

    /// <summary>A team's row and the ones around it; null when the team does not exist.</summary>
    public OwnRow? Own(BoardKind board, string teamId, int around)
    {
        var rows = Rows(board);
        var place = rows.IndexOf(rows.FirstOrDefault(row => row.Id == teamId)!);
        return place < 0 ? null : new OwnRow(
            rows[place],
            [.. rows.Take(place).TakeLast(around), .. rows.Skip(place + 1).Take(around)]);
    }

    private void Forget()
    {
        _startOfDayRanks.Clear();
        _rows.Clear();
    }

    private ImmutableArray<BoardRow> RankedRows(BoardKind board) =>
    [
        .. Ranking.Order(_summaries.Select(team => new ScoredRow(
                team.Key, ScoreOn(board, team.Value.Standing, team.Value.Disclosed.MicroPoints))))
            .Select(ranked => Row(
                _teams[new TeamId(ranked.Id)], _summaries[ranked.Id], ranked.Rank, StartOfDayRanksOf(board).GetValueOrDefault(ranked.Id))),
    ];

    private static BoardScore? ScoreOn(BoardKind board, TeamStanding team, long microPoints) =>
        board == BoardKind.TeamStreak
            ? BoardScore.TeamStreak(team.Streak, team.Best, microPoints, team.RankedMembers)
            : BoardScore.TeamPoints(microPoints, team.Streak, team.RankedMembers);

    // The ranks at the start of today change at midnight, and when somebody changes an earlier day.
    private Dictionary<string, int?> StartOfDayRanksOf(BoardKind board)
    {
        if (!_startOfDayRanks.TryGetValue(board, out var ranks))
        {
            ranks = Ranking.Order(_summaries
                    .Where(team => team.Value.Standing.Date is not null)
                    .Select(team => new ScoredRow(
                        team.Key, ScoreOn(board, team.Value.BeforeToday, team.Value.BeforeToday.MicroPoints))))
                .ToDictionary(ranked => ranked.Id, ranked => ranked.Rank, StringComparer.Ordinal);
            _startOfDayRanks.Add(board, ranks);
        }

        return ranks;
    }

    private static BoardRow Row(TeamRecord team, TeamSummary summary, int? rank, int? startOfDayRank)
    {
        var standing = summary.Standing;
        return new BoardRow(team.Id.Value, team.Name, rank, standing.Streak, standing.Best)
        {
            Points = summary.Disclosed.MicroPoints / TeamCount.MicroPointsPerPoint,
            Members = standing.CurrentMembers,
            Today = summary.Today,
            StartOfDayRank = startOfDayRank,
            Colour = team.Colour,
        };
    }
}
