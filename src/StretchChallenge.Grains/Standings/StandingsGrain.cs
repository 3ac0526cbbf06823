using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <inheritdoc cref="IStandingsGrain" />
/// <remarks>
/// Who changed is marked, and folded when a board is read or published; watched boards are published at most three times a second.
/// Hints interleave with reads and with the folds of a midnight, which are made in slices. The state does not migrate with the
/// activation: reading the people of a challenge is one query, records have no Orleans serializer, and servers that watch notice a
/// gap in the versions and take a new snapshot.
/// </remarks>
internal sealed partial class StandingsGrain(
    IParticipantStore participants,
    IChallengeStore challenges,
    IChangeFeed feed,
    ISealedDayStore sealedDays,
    TimeProvider time,
    ILogger<StandingsGrain> logger) : Grain, IStandingsGrain
{
    /// <summary>How many listed rows a live board has.</summary>
    public const int LiveRows = 100;

    private const int RowsAround = 5;

    /// <summary>How many people are folded in one turn: a few milliseconds of work, below 20 on a busy machine.</summary>
    private const int PeopleInSlice = 2_048;

    /// <summary>How many teams are folded in one turn.</summary>
    private const int TeamsInSlice = 256;

    private ChallengeRecord? _challenge;
    private ChallengeCalendar? _calendar;
    private PeopleBoards? _people;

    private ChallengeId Id => new(this.GetPrimaryKeyString());

    private TeamBoards Teams { get; } = new();

    // As of when the boards are: a cancelled challenge stays as it was.
    private DateTimeOffset Now => _challenge?.AsOf(time.GetUtcNow()) ?? time.GetUtcNow();

    private bool IsCancelled => _challenge?.CancelledAt is not null;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        StartPublishing();
        StartFollowing();
    }

    /// <inheritdoc />
    public async Task<BoardSnapshot> GetBoardAsync(BoardKind board, int top, string? userId, CancellationToken cancellationToken)
    {
        await RefreshAsync([board], cancellationToken);
        return new BoardSnapshot(Id.Value, board, _published[board].Version, TotalOf(board), RowsOf(board, top), OwnOf(board, userId));
    }

    /// <inheritdoc />
    public async Task<int?> GetTeamRankAsync(BoardKind board, string teamId, CancellationToken cancellationToken)
    {
        await RefreshAsync([board], cancellationToken);
        return Teams.Own(board, teamId, around: 0)?.Row.Rank;
    }

    private async Task RefreshAsync(IReadOnlyCollection<BoardKind> boards, CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        var now = Now;
        while (_people?.Refresh(now, _calendar?.EndOfYesterday(now), PeopleInSlice) == false)
        {
            // Ends the turn: hints of check-ins are taken in between.
            await Task.Yield();
        }

        if (boards.Any(board => board.IsTeamBoard()))
        {
            while (_people is not null && !Teams.Refresh(_challenge!, _people, now, TeamsInSlice))
            {
                await Task.Yield();
            }
        }
    }

    private int TotalOf(BoardKind board) => board.IsTeamBoard() ? Teams.Total : _people?.Total ?? 0;

    private ImmutableArray<BoardRow> RowsOf(BoardKind board, int top) => board.IsTeamBoard()
        ? [.. Teams.Rows(board).Take(top)]
        : [.. (_people?.Top(board, top) ?? []).Select(row => row.ToView())];

    private OwnRow? OwnOf(BoardKind board, string? userId, bool amongListed = false) =>
        userId is null ? null
        : !board.IsTeamBoard() ? OwnPersonOf(board, userId, amongListed)
        : TeamOf(userId) is { } team ? Teams.Own(board, team.Value, RowsAround)
        : null;

    private OwnRow? OwnPersonOf(BoardKind board, string userId, bool amongListed) =>
        _people?.Own(board, userId, amongListed) is { } own
            ? new OwnRow(own.ToOwnView(), [.. _people.Around(board, userId, RowsAround, amongListed).Select(row => row.ToView())])
            : null;

    private TeamId? TeamOf(string userId) => _people?.TeamOn(userId, _challenge!.DateAt(Now));
}
