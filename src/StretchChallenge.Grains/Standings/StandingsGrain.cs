using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <inheritdoc cref="IStandingsGrain" />
/// <remarks>
/// Notifications only mark what changed. Marked people and teams are read and folded when a board is read or published; watched
/// boards are published at most four times a second. Those that could not be read stay marked. Notifications interleave with
/// reads and with the folds of a midnight, which are made in slices. The state does not migrate with
/// the activation: reading the people of a challenge is one query, records have no Orleans serializer, and servers that watch
/// notice a gap in the versions and take a new snapshot.
/// </remarks>
internal sealed partial class StandingsGrain(
    IPeopleStore people,
    IChallengeStore challenges,
    TimeProvider time,
    ILogger<StandingsGrain> logger) : Grain, IStandingsGrain
{
    /// <summary>How many listed rows a live board has.</summary>
    public const int LiveRows = 100;

    private const int RowsAround = 5;

    /// <summary>How many people are folded in one turn: a few milliseconds of work, below 20 on a busy machine.</summary>
    private const int PeopleInSlice = 2_048;

    private readonly HashSet<string> _peopleToRead = new(StringComparer.Ordinal);
    private string? _personBeingRead;
    private ChallengeRecord? _challenge;
    private ChallengeCalendar? _calendar;
    private PeopleBoards? _people;
    private TeamBoards? _teams;
    private bool _needsReload;

    private ChallengeId Id => new(this.GetPrimaryKeyString());

    private TeamBoards Teams => _teams ??= new TeamBoards(GrainFactory);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        StartPublishing();
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

    /// <inheritdoc />
    public Task DaysChangedAsync(PersonDays days, CancellationToken cancellationToken)
    {
        // What is being read may be older than these days.
        if (days.UserId == _personBeingRead || _people?.SetDays(days.UserId, days.ToLedger()) != true)
        {
            return RefreshPersonAsync(days.UserId, cancellationToken);
        }

        TouchTeamsOf(days.UserId);
        SchedulePublishing();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RefreshPersonAsync(string userId, CancellationToken cancellationToken)
    {
        _peopleToRead.Add(userId);
        SchedulePublishing();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RefreshTeamAsync(string teamId, CancellationToken cancellationToken)
    {
        Teams.Touch(teamId);
        SchedulePublishing();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task ReloadAsync(CancellationToken cancellationToken)
    {
        _needsReload = true;
        SchedulePublishing();
        return Task.CompletedTask;
    }

    // Notifications go on while the ledger is read. What they mark stays marked, because the ledger may have been read before.
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        (_people, _teams, _needsReload) = (null, null, false);
        _peopleToRead.Clear();
        try
        {
            _challenge = await challenges.LoadAsync(Id, cancellationToken);
            _calendar = _challenge?.ToCalendar();
            var roster = await challenges.LoadRosterAsync(Id, cancellationToken);
            var records = await people.LoadParticipantsAsync(Id, cancellationToken);
            _people = _calendar is null ? null : new PeopleBoards(_calendar, records.Length);
            foreach (var team in roster.Teams)
            {
                Teams.Touch(team.Id.Value);
            }

            foreach (var record in records)
            {
                Put(record);
            }
        }
        catch
        {
            _needsReload = true;
            throw;
        }
    }

    private void Put(PersonRecord record)
    {
        if (_challenge is { } challenge && Participation.Of(record, record.ToTimeline(), challenge) is { } participation)
        {
            _people!.Put(record.ToBoardPerson(participation));
            TouchTeamsOf(record.Id.Value);
        }
    }

    private async Task ReadMarkedAsync(CancellationToken cancellationToken)
    {
        if (_needsReload)
        {
            await LoadAsync(cancellationToken);
        }

        // Whoever is marked again while they are read is read once more.
        foreach (var id in _peopleToRead.ToArray())
        {
            _peopleToRead.Remove(id);
            _personBeingRead = id;
            try
            {
                if (await people.LoadAsync(new UserId(id), cancellationToken) is { } record)
                {
                    Put(record);
                }
            }
            catch
            {
                _peopleToRead.Add(id);
                throw;
            }
            finally
            {
                _personBeingRead = null;
            }
        }
    }

    private void TouchTeamsOf(string userId)
    {
        foreach (var membership in _people!.TeamsOf(userId))
        {
            Teams.Touch(membership.Team.Value);
        }
    }

    private async Task RefreshAsync(IReadOnlyCollection<BoardKind> boards, CancellationToken cancellationToken)
    {
        await ReadMarkedAsync(cancellationToken);
        var now = time.GetUtcNow();
        while (_people?.Refresh(now, _calendar?.EndOfYesterday(now), PeopleInSlice) == false)
        {
            // Ends the turn: notifications of check-ins, which people wait for, are taken in between.
            await Task.Yield();
        }

        if (boards.Any(board => board.IsTeamBoard()))
        {
            await Teams.RefreshAsync(now, cancellationToken);
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

    private TeamId? TeamOf(string userId) => _people?.TeamOn(userId, _challenge!.DateAt(time.GetUtcNow()));
}
