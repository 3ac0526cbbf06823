using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
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

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken token)
    {
        _challenge = await challenges.LoadAsync(Id, token);
        if (_challenge is not null)
        {
            _roster = Roster.Of(await challenges.LoadRosterAsync(Id, token));
        }
    }

    /// <inheritdoc />
    public Task<ChallengeRole?> GetRoleAsync(string userId) => Task.FromResult(_roster.RoleOf(userId));

    /// <inheritdoc />
    public Task<ChallengeState?> GetStateAsync() =>
        Task.FromResult(_challenge is { } challenge ? StateOf(challenge) : (ChallengeState?)null);

    /// <inheritdoc />
    public Task ZoneChosenAsync(string userId, string zone)
    {
        _roster = _roster.With(new UserId(userId), zone);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Outcome<ChallengeView>> GetAsync(string userId) => Task.FromResult(ViewFor(userId));

    /// <inheritdoc />
    public Task<Outcome<Invitation>> GetInvitationAsync() => Task.FromResult<Outcome<Invitation>>(
        _challenge is { } challenge
            ? new Invitation(challenge.Name, challenge.StartsOn, challenge.EndsOn, _roster.TeamsOn(Id, TodayIn(challenge)))
            : ChallengeRefusals.UnknownCode);

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
        };
    }

    private ChallengeState StateOf(ChallengeRecord challenge)
    {
        var calendar = challenge.ToCalendar();
        return ChallengeSchedule.StateAt(calendar, ChallengeSchedule.ClosesAt(calendar, _roster.Zones), time.GetUtcNow());
    }

    private bool IsOver(ChallengeRecord challenge) => StateOf(challenge) is ChallengeState.Closed or ChallengeState.Final;

    private DateOnly TodayIn(ChallengeRecord challenge) => challenge.DateAt(time.GetUtcNow());
}
