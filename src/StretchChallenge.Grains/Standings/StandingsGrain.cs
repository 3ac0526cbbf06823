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
/// boards are published at most four times a second. Those that could not be read stay marked. The state does not migrate with
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

    private readonly HashSet<string> _peopleToRead = new(StringComparer.Ordinal);
    private ChallengeRecord? _challenge;
    private ChallengeCalendar? _calendar;
    private PeopleBoards _people = new();
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
        if (_people.Find(days.UserId) is not { } person)
        {
            return RefreshPersonAsync(days.UserId, cancellationToken);
        }

        person.SetDays(days.ToLedger());
        Touch(person);
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

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var challenge = await challenges.LoadAsync(Id, cancellationToken);
        var roster = await challenges.LoadRosterAsync(Id, cancellationToken);
        var records = await people.LoadParticipantsAsync(Id, cancellationToken);
        (_challenge, _calendar) = (challenge, challenge?.ToCalendar());
        (_people, _teams, _needsReload) = (new PeopleBoards(), null, false);
        _peopleToRead.Clear();
        foreach (var team in roster.Teams)
        {
            Teams.Touch(team.Id.Value);
        }

        foreach (var record in records)
        {
            Put(record);
        }
    }

    private void Put(PersonRecord record)
    {
        if (_challenge is { } challenge && Participation.Of(record, record.ToTimeline(), challenge) is { } participation)
        {
            var person = new Participant(record, participation);
            _people.Put(person);
            Touch(person);
        }
    }

    private async Task ReadMarkedAsync(CancellationToken cancellationToken)
    {
        if (_needsReload)
        {
            await LoadAsync(cancellationToken);
        }

        foreach (var id in _peopleToRead.ToArray())
        {
            if (await people.LoadAsync(new UserId(id), cancellationToken) is { } record)
            {
                Put(record);
            }

            _peopleToRead.Remove(id);
        }
    }

    private void Touch(Participant person)
    {
        _people.Touch(person.Id);
        foreach (var membership in person.Memberships.Where(one => one.ChallengeId == Id))
        {
            Teams.Touch(membership.TeamId.Value);
        }
    }

    private async Task RefreshAsync(IReadOnlyCollection<BoardKind> boards, CancellationToken cancellationToken)
    {
        await ReadMarkedAsync(cancellationToken);
        var now = time.GetUtcNow();
        _people.Refresh(now, _calendar?.EndOfYesterday(now));
        if (boards.Any(board => board.IsTeamBoard()))
        {
            await Teams.RefreshAsync(now, cancellationToken);
        }
    }

    private int TotalOf(BoardKind board) => board.IsTeamBoard() ? Teams.Total : _people.Total;

    private ImmutableArray<BoardRow> RowsOf(BoardKind board, int top) =>
        board.IsTeamBoard() ? [.. Teams.Rows(board).Take(top)] : _people.Top(board, top);

    private OwnRow? OwnOf(BoardKind board, string? userId) =>
        userId is null ? null
        : !board.IsTeamBoard() ? _people.Own(board, userId, RowsAround)
        : TeamOf(userId) is { } team ? Teams.Own(board, team.Value, RowsAround)
        : null;

    private TeamId? TeamOf(string userId) => _challenge is { } challenge && _people.Find(userId) is { IsAway: false } person
        ? person.Memberships.TeamOn(challenge.Id, challenge.DateAt(time.GetUtcNow()))
        : null;
}
