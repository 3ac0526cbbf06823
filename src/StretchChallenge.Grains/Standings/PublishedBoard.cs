using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>A board as it is now, for its watchers.</summary>
/// <param name="Rows">The listed rows, best first.</param>
/// <param name="Total">How many teams or people there are.</param>
/// <param name="Scores">How many people have each score; empty for teams.</param>
/// <param name="Basis">
/// What the ranks of this morning rest on: while it stays the same, a person's row is not sent for another rank of the morning.
/// </param>
internal sealed record BoardState(
    ImmutableArray<BoardRow> Rows, int Total, IReadOnlyDictionary<BoardScore, int> Scores, (DateTimeOffset? BeforeToday, bool AmongListed) Basis)
{
    /// <summary>A board without anybody.</summary>
    public static BoardState Empty { get; } = new([], 0, ImmutableDictionary<BoardScore, int>.Empty, default);

    /// <summary>The first rows of a board of people.</summary>
    public static BoardState Of(PeopleBoards people, BoardKind board, int top, DateTimeOffset? beforeToday)
    {
        var amongListed = people.HasFewUnlisted;
        return new BoardState(
            [.. people.Top(board, top, amongListed).Select(row => row.ToView())],
            people.Total,
            people.Histogram(board, amongListed),
            (beforeToday, amongListed));
    }
}

/// <summary>The last published version of a board: what its watchers have, and what the next change applies to.</summary>
/// <param name="challengeId">The challenge.</param>
/// <param name="board">Which board.</param>
/// <param name="version">
/// The first version; higher than all versions of earlier activations, so that watchers notice the gap.
/// </param>
internal sealed class PublishedBoard(string challengeId, BoardKind board, long version)
{
    private HashSet<string> _listed = [];

    /// <summary>The version of this state.</summary>
    public long Version { get; private set; } = version;

    /// <summary>What the watchers have.</summary>
    public BoardState State { get; private set; } = BoardState.Empty;

    /// <summary>The whole histogram of a board of people, best score first; null for teams.</summary>
    public ImmutableArray<ScoreCount>? Scores =>
        IsTeamBoard ? null : [.. State.Scores.OrderByDescending(score => score.Key).Select(score => score.Key.ToView(score.Value))];

    /// <summary>Whether everybody's own row may differ from what was sent, and not only those of people who changed.</summary>
    public bool HasNewBasis { get; private set; }

    /// <summary>Publishes the board as it is now; returns the change from the version before, null when there is none.</summary>
    public StandingsChange? Publish(BoardState now)
    {
        var before = State;
        HasNewBasis = now.Basis != before.Basis;
        var old = before.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var (rows, changed) = (ImmutableArray.CreateBuilder<BoardRow>(), ImmutableArray.CreateBuilder<BoardRow>());
        foreach (var row in now.Rows)
        {
            var isKnown = old.Remove(row.Id, out var sent);
            var keepsStartOfDay = isKnown && !HasNewBasis && !IsTeamBoard;
            rows.Add(keepsStartOfDay ? row with { StartOfDayRank = sent!.StartOfDayRank } : row);
            if (!isKnown || Differ(sent!, row, withRanks: IsTeamBoard))
            {
                changed.Add(IsTeamBoard ? row : WithoutKnownRanks(row, keepsStartOfDay));
            }
        }

        State = now with { Rows = rows.DrainToImmutable() };
        _listed = [.. now.Rows.Select(row => row.Id)];
        var scores = ChangesOf(before.Scores, now.Scores);
        if (changed.Count == 0 && old.Count == 0 && scores.IsEmpty && now.Total == before.Total)
        {
            return null;
        }

        Version++;
        return new StandingsChange(
            challengeId, board, Version, now.Total, changed.DrainToImmutable(), [.. old.Keys], IsTeamBoard ? null : scores);
    }

    /// <summary>
    /// A watcher's own row, when it differs from what they were sent in more than they compute or find among the listed rows.
    /// </summary>
    public OwnRowChange? PublishOwn(string userId, BoardRow? sent, BoardRow now) =>
        sent is null || Differ(sent, now, withRanks: IsTeamBoard && !_listed.Contains(now.Id))
            ? new OwnRowChange(userId, challengeId, board, Version, now)
            : null;

    private bool IsTeamBoard => board.IsTeamBoard();

    private bool Differ(BoardRow sent, BoardRow now, bool withRanks) =>
        !ReferenceEquals(sent, now) && (withRanks ? sent != now : Compared(sent) != Compared(now));

    private BoardRow Compared(BoardRow row) => WithoutKnownRanks(row, !HasNewBasis);

    private static BoardRow WithoutKnownRanks(BoardRow row, bool knowsStartOfDay) => row with
    {
        Rank = row.Rank is null ? null : BoardRow.KnownRank,
        StartOfDayRank = knowsStartOfDay ? BoardRow.KnownRank : row.StartOfDayRank,
    };

    private static ImmutableArray<ScoreCount> ChangesOf(IReadOnlyDictionary<BoardScore, int> before, IReadOnlyDictionary<BoardScore, int> now) =>
    [
        .. now.Where(score => before.GetValueOrDefault(score.Key) != score.Value).Select(score => score.Key.ToView(score.Value)),
        .. before.Keys.Where(score => !now.ContainsKey(score)).Select(score => score.ToView(people: 0)),
    ];
}
