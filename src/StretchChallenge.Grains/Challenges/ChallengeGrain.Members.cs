using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Text;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Joining, leaving, roles.</summary>
internal sealed partial class ChallengeGrain
{
    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> JoinAsync(JoinChallenge command, CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        if (_challenge is not { } challenge || challenge.Code != command.Code)
        {
            return ChallengeRefusals.UnknownCode(CodeKind.Invitation);
        }

        if (IsOver(challenge))
        {
            return ChallengeRefusals.ChallengeOver;
        }

        TeamRecord? team = null;
        if (command.Team is { } wanted && (team = _roster.FindTeam(wanted)) is null)
        {
            return ChallengeRefusals.UnknownTeam;
        }

        if (team is null && command.InvitedTeam is { } meant && !_roster.People.ContainsKey(new UserId(command.UserId)))
        {
            team = _roster.FindOpen(meant);
        }

        if (await LoadPersonAsync(command.UserId, cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var today = person.Zone.DateAt(time.GetUtcNow());
        return await CommitMemberAsync(EnrolmentAfterJoining(person, today), MembershipsAfterMove(team, person, today), AccountRefusals.UnknownPerson) is { } refusal
            ? refusal
            : ViewFor(command.UserId);
    }

    /// <inheritdoc />
    public Task<Refusal?> LeaveAsync(string userId, CancellationToken cancellationToken) =>
        EndEnrolmentAsync(userId, ChallengeRefusals.UnknownChallenge, cancellationToken);

    /// <inheritdoc />
    public async Task<Refusal?> RemoveMemberAsync(string organiserId, string userId, CancellationToken cancellationToken) =>
        await RefuseUnlessOrganiserAsync(organiserId, cancellationToken) ?? await EndEnrolmentAsync(
            userId, ChallengeRefusals.UnknownMember, cancellationToken, AuditOf("memberRemoved", organiserId, new { }, userId));

    private async Task<Refusal?> EndEnrolmentAsync(
        string userId, Refusal notThere, CancellationToken cancellationToken, AuditEntry? audit = null)
    {
        await FollowZonesAsync(cancellationToken);
        if (_roster.Find(userId) is not { } entry || await LoadPersonAsync(userId, cancellationToken) is not { } person)
        {
            return notThere;
        }

        if (_roster.IsLastOrganiser(userId))
        {
            return ChallengeRefusals.LastOrganiser;
        }

        var today = person.Zone.DateAt(time.GetUtcNow());
        // Of a challenge that is over no day is rewritten, not even one on which nobody has started.
        var hasDoneDay = HasDoneDay(person) || IsOver(_challenge!);
        var enrolment = entry with
        {
            Role = ChallengeRole.Participant,
            Absences = MembershipRules.LeaveChallenge(entry.Absences, today, hasDoneDay),
        };
        return await CommitMemberAsync(enrolment, MembershipRules.Leave(MembershipsOf(person), today, hasDoneDay), notThere, audit);
    }

    /// <inheritdoc />
    public async Task<Refusal?> SetMemberAsync(SetMember command, CancellationToken cancellationToken)
    {
        // The only organiser of a challenge that is over hands it over before they leave.
        if (await RefuseUnlessOrganiserAsync(command.OrganiserId, cancellationToken, evenIfOver: command.Team is null) is { } refusal)
        {
            return refusal;
        }

        if (_roster.Find(command.UserId) is not { } entry || await LoadPersonAsync(command.UserId, cancellationToken) is not { } person)
        {
            return ChallengeRefusals.UnknownMember;
        }

        if (command.Role != ChallengeRole.Organiser && _roster.IsLastOrganiser(command.UserId))
        {
            return ChallengeRefusals.LastOrganiser;
        }

        TeamRecord? team = null;
        if (command.Team is { } wanted && (team = _roster.FindTeam(wanted)) is null)
        {
            return ChallengeRefusals.UnknownTeam;
        }

        var today = person.Zone.DateAt(time.GetUtcNow());
        var audit = AuditOf("memberChanged", command.OrganiserId, new { role = command.Role.ToString(), team = team?.Id.Value }, command.UserId);
        return await CommitMemberAsync(
            entry with { Role = command.Role }, MembershipsAfterMove(team, person, today), ChallengeRefusals.UnknownMember, audit);
    }

    private EnrolmentRecord EnrolmentAfterJoining(Person person, DateOnly today) =>
        _roster.People.GetValueOrDefault(person.Record.Id) is { } known
            ? known with { Absences = known.IsAway() ? MembershipRules.ReturnToChallenge(known.Absences, today) : known.Absences }
            : new EnrolmentRecord(Id, person.Record.Id, ChallengeRole.Participant, today, []);

    private ImmutableArray<TeamMembership> MembershipsAfterMove(TeamRecord? team, Person person, DateOnly today) => team is null
        ? MembershipsOf(person)
        : MembershipRules.Move(MembershipsOf(person), team.Id, today, HasDoneDay(person));

    private ImmutableArray<TeamMembership> MembershipsOf(Person person) =>
        [.. _roster.MembershipsOf(person.Record.Id).Select(membership => new TeamMembership(membership.TeamId, membership.Days()))];

    // Days before joining the challenge do not count.
    private bool HasDoneDay(Person person) =>
        person.Participations.FirstOrDefault(participation => participation.Challenge.Id == Id) is { Calendar: var calendar, Ledger: var ledger }
        && ledger.Done.Any(date => date >= calendar.Joined && calendar.Challenge.Contains(date));

    private async Task<Refusal?> CommitMemberAsync(
        EnrolmentRecord enrolment, ImmutableArray<TeamMembership> memberships, Refusal notThere, AuditEntry? audit = null)
    {
        var after = RecordsOf(enrolment.UserId, memberships);
        var saving = EnrolmentSaving.Saved;
        await CommitAsync(async () =>
        {
            saving = await challenges.SaveEnrolmentAsync(enrolment, after, audit);
            if (saving == EnrolmentSaving.Saved)
            {
                _roster = _roster.With(enrolment, after);
            }
            else
            {
                // Somebody deleted their account, of which the roster has not heard: the next call reads it again.
                DeactivateOnIdle();
            }
        });
        return saving switch
        {
            EnrolmentSaving.Saved => null,
            EnrolmentSaving.UnknownPerson => notThere,
            EnrolmentSaving.LastOrganiser => ChallengeRefusals.LastOrganiser,
        };
    }

    private async Task<Person?> LoadPersonAsync(string userId, CancellationToken cancellationToken) =>
        await people.LoadAsync(new UserId(userId), cancellationToken) is { } record
            ? Person.Of(record, _challenge is { } challenge ? [challenge] : [])
            : null;
}
