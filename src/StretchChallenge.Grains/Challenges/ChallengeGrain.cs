using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Challenges;

/// <inheritdoc cref="IChallengeGrain" />
internal sealed partial class ChallengeGrain(
    IChallengeStore challenges,
    IPeopleStore people,
    TimeProvider time,
    ILogger<ChallengeGrain> logger) : LedgerGrain, IChallengeGrain
{
    /// <summary>The most teams of one challenge.</summary>
    public const int MaxTeams = 1000;

    private ChallengeRecord? _challenge;
    private Roster _roster = Roster.Empty;

    private ChallengeId Id => new(this.GetPrimaryKeyString());

    private IStandingsGrain Standings => GrainFactory.GetGrain<IStandingsGrain>(Id.Value);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _challenge = await challenges.LoadAsync(Id, cancellationToken);
        if (_challenge is not null)
        {
            _roster = Roster.Of(await challenges.LoadRosterAsync(Id, cancellationToken));
        }
    }

    /// <inheritdoc />
    public Task<ChallengeRole?> GetRoleAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(_roster.RoleOf(userId));

    /// <inheritdoc />
    public Task<ChallengeState?> GetStateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_challenge is { } challenge ? StateOf(challenge) : (ChallengeState?)null);

    /// <inheritdoc />
    public Task ZoneChosenAsync(string userId, string zone, CancellationToken cancellationToken)
    {
        _roster = _roster.With(new UserId(userId), zone);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Outcome<ChallengeView>> GetAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(ViewFor(userId));

    /// <inheritdoc />
    public Task<Outcome<Invitation>> GetInvitationAsync(CancellationToken cancellationToken) => Task.FromResult<Outcome<Invitation>>(
        _challenge is { } challenge
            ? new Invitation(challenge.Name, challenge.StartsOn, challenge.EndsOn, challenge.ZoneId, _roster.TeamsOn(Id, TodayIn(challenge)))
            : ChallengeRefusals.UnknownCode(CodeKind.Invitation));

    private Outcome<ChallengeView> ViewFor(string userId)
    {
        if (_challenge is not { } challenge || _roster.Find(userId) is not { } entry)
        {
            return ChallengeRefusals.UnknownChallenge;
        }

        var today = TodayIn(challenge);
        return new ChallengeView(
            challenge.Id.Value,
            challenge.Name,
            challenge.Code,
            challenge.StartsOn,
            challenge.EndsOn,
            challenge.ZoneId,
            challenge.WorkDays.Names,
            [.. challenge.Holidays.Order()],
            challenge.TeamThreshold,
            challenge.OrganisersMakeTeams,
            StateOf(challenge),
            entry.Enrolment.Role,
            _roster.Present.Count(),
            _roster.TeamsOn(Id, today))
        {
            OwnTeam = _roster.MembershipsOf(entry.Enrolment.UserId).TeamOn(Id, today)?.Value,
            Planning = challenge.Planning,
        };
    }

    private ChallengeState StateOf(ChallengeRecord challenge)
    {
        var calendar = challenge.ToCalendar();
        return ChallengeSchedule.StateAt(calendar, ChallengeSchedule.ClosesAt(calendar, _roster.Zones), time.GetUtcNow());
    }

    private bool IsOver(ChallengeRecord challenge) => StateOf(challenge) is ChallengeState.Closed or ChallengeState.Final;

    private DateOnly TodayIn(ChallengeRecord challenge) => challenge.DateAt(time.GetUtcNow());

    // Commits, and then notifies the grains whose views are out of date; also after a failure, because the write may have been
    // committed.
    private async Task CommitAsync(Func<Task> commit, Func<Task> notify)
    {
        await DeactivateOnFailureAsync(commit, notify);
        await notify();
    }

    // The person's own grain notifies their current teams; the teams that they left are notified here.
    private async Task NotifyOfPersonAsync(UserId user, IEnumerable<TeamId> left)
    {
        await NotifyAsync(() => GrainFactory.GetGrain<IUserGrain>(user.Value).ReloadAsync());
        foreach (var team in left)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<ITeamGrain>(team.Value).RefreshMemberAsync(user.Value));
            await NotifyAsync(() => Standings.RefreshTeamAsync(team.Value));
        }
    }

    // Holidays and the threshold apply to the past days of the challenge too (rule 10).
    private async Task NotifyOfSettingsAsync()
    {
        foreach (var entry in _roster.Present)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<IUserGrain>(entry.Enrolment.UserId.Value).ReloadAsync());
        }

        foreach (var team in _roster.Teams.Keys)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<ITeamGrain>(team).ReloadAsync());
        }

        await NotifyAsync(() => Standings.ReloadAsync());
    }

    private async Task NotifyOfDeletionAsync(Roster roster, ImmutableArray<SessionId> sessions)
    {
        foreach (var session in sessions)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<ISessionGrain>(session.Value).ChallengeDeletedAsync());
        }

        foreach (var user in roster.People.Keys)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<IUserGrain>(user.Value).ReloadAsync());
        }

        foreach (var team in roster.Teams.Keys)
        {
            await NotifyAsync(() => GrainFactory.GetGrain<ITeamGrain>(team).ReloadAsync());
        }

        await NotifyAsync(() => Standings.ReloadAsync());
    }

    private async Task NotifyAsync(Func<Task> notify)
    {
        try
        {
            await notify();
        }
        catch (Exception exception)
        {
            // The commit stands. A grain that could not be notified reads the ledger at its next activation.
            LogNotificationFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A grain could not be notified of a change in its challenge.")]
    private partial void LogNotificationFailed(Exception exception);
}
