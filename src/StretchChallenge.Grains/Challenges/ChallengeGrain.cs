using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Challenges;

/// <inheritdoc cref="IChallengeGrain" />
internal sealed partial class ChallengeGrain(
    IChallengeStore challenges,
    IMemberStore members,
    IInvitedPeopleStore invited,
    IPeopleStore people,
    IResultsStore results,
    IChangeFeed feed,
    IDayRetention retention,
    TimeProvider time,
    ILogger<ChallengeGrain> logger) : LedgerGrain, IChallengeGrain
{
    /// <summary>The most teams of one challenge.</summary>
    public const int MaxTeams = 1000;

    /// <summary>How many days after its last one a challenge is final in every zone: it closes within 2, and is corrected for 3.</summary>
    private const int MaxDaysToFinal = 5;

    private ChallengeRecord? _challenge;
    private Roster _roster = Roster.Empty;

    // The zones of the participants, as of a change of the challenge's feed.
    private ImmutableArray<string> _zones = [];
    private long? _zonesNumber;

    private ChallengeId Id => new(this.GetPrimaryKeyString());

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
    public async Task<ChallengeState?> GetStateAsync(CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        return _challenge is { } challenge ? StateOf(challenge) : null;
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> GetAsync(string userId, CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        return ViewFor(userId);
    }

    /// <inheritdoc />
    public Task<Outcome<Invitation>> GetInvitationAsync(CancellationToken cancellationToken) => Task.FromResult<Outcome<Invitation>>(
        _challenge is { } challenge
            ? new Invitation(challenge.Name, challenge.StartsOn, challenge.EndsOn, challenge.ZoneId, _roster.TeamsOn(Id, TodayIn(challenge)))
            : ChallengeRefusals.UnknownCode(CodeKind.Invitation));

    private Outcome<ChallengeView> ViewFor(string userId)
    {
        if (_challenge is not { } challenge || _roster.Find(userId) is not { } enrolment)
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
            enrolment.Role,
            _roster.Present.Count(),
            _roster.TeamsOn(Id, today))
        {
            OwnTeam = _roster.MembershipsOf(enrolment.UserId).TeamOn(Id, today)?.Value,
            Planning = challenge.Planning,
            WorkHours = HoursOf(challenge),
            FinalAt = StateOf(challenge) == ChallengeState.Closed ? ClosesAt(challenge) + ChallengeSchedule.CorrectionTime : null,
        };
    }

    private static LocalHours? HoursOf(ChallengeRecord challenge) =>
        challenge.WorkHours is { } hours ? new LocalHours(hours.FromText, hours.ToText) : null;

    private ChallengeState StateOf(ChallengeRecord challenge) =>
        ChallengeSchedule.StateAt(challenge.ToCalendar(), ClosesAt(challenge), time.GetUtcNow(), challenge.CancelledAt);

    private DateTimeOffset ClosesAt(ChallengeRecord challenge) => ChallengeSchedule.ClosesAt(
        challenge.ToCalendar(), _zones.Select(zone => ZoneTimeline.Fixed(TimeZones.Find(zone))));

    private bool IsOver(ChallengeRecord challenge) => StateOf(challenge) is ChallengeState.Closed or ChallengeState.Final or ChallengeState.Cancelled;

    private DateOnly TodayIn(ChallengeRecord challenge) => challenge.DateAt(time.GetUtcNow());

    // When the challenge closes depends on the zones of its participants (rule 22), who change them themselves. They matter only
    // in the days around its end, so only then they are read, again after every change.
    private async Task FollowZonesAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_challenge is { } challenge && today >= challenge.EndsOn && today <= challenge.EndsOn.AddDays(MaxDaysToFinal)
            && await feed.FindLastAsync(Id, cancellationToken) is var number && number != _zonesNumber)
        {
            _zones = await challenges.LoadZonesAsync(Id, cancellationToken);
            _zonesNumber = number;
        }
    }

    // Commits, and hints at it to the boards, also after a failure, because the write may have been committed. Everybody else sees
    // it when they look.
    private async Task CommitAsync(Func<Task> commit)
    {
        try
        {
            await DeactivateOnFailureAsync(commit);
        }
        finally
        {
            GrainFactory.GetGrain<IStandingsGrain>(Id.Value).ChangedAsync().Ignore();
        }
    }

    private async Task EndSessionAsync(SessionId session)
    {
        try
        {
            await GrainFactory.GetGrain<ISessionGrain>(session.Value).ChallengeDeletedAsync();
        }
        catch (Exception exception)
        {
            // The session is deleted; only who is in its room does not hear of it.
            LogSessionNotEnded(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session could not be told that its challenge was deleted.")]
    private partial void LogSessionNotEnded(Exception exception);
}
