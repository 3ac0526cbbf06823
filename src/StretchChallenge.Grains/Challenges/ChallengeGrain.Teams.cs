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

/// <summary>What organisers do with teams and with many people at once.</summary>
internal sealed partial class ChallengeGrain
{
    /// <summary>The most addresses that are invited to one challenge.</summary>
    public const int MaxInvited = 20_000;

    /// <inheritdoc />
    public async Task<Refusal?> ChangeTeamAsync(ChangeTeam command, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(command.OrganiserId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (_roster.FindOpen(command.TeamId) is not { } team)
        {
            return ChallengeRefusals.UnknownTeam;
        }

        if (command.Name is { } name && _roster.HasTeamLike(name, except: team.Id))
        {
            return ChallengeRefusals.TeamExists;
        }

        var changed = team with { Name = command.Name ?? team.Name, Colour = command.Colour ?? team.Colour };
        var isNew = true;
        if (changed != team)
        {
            var audit = AuditOf("teamChanged", command.OrganiserId, new { team = team.Id.Value, from = team.Name, to = changed.Name });
            await CommitAsync(async () =>
            {
                isNew = await members.SaveTeamAsync(changed, audit);
                _roster = isNew ? _roster.With(changed) : _roster;
            });
        }

        return isNew ? null : ChallengeRefusals.TeamExists;
    }

    /// <inheritdoc />
    public async Task<Refusal?> RemoveTeamAsync(string organiserId, string teamId, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(organiserId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (_roster.FindOpen(teamId) is not { } team)
        {
            return ChallengeRefusals.UnknownTeam;
        }

        var leaving = ImmutableArray.CreateBuilder<MemberChange>();
        var hasPast = false;
        foreach (var person in await LoadPeopleAsync(user => _roster.MembershipsOf(user).Any(one => one.TeamId == team.Id), cancellationToken))
        {
            var (before, after) = (MembershipsOf(person), LeaveTeam(person, team.Id));
            hasPast |= after.Any(one => one.Team == team.Id);
            if (!before.SequenceEqual(after))
            {
                leaving.Add(ChangeOf(_roster.People[person.Record.Id], after));
            }
        }

        var audit = AuditOf("teamRemoved", organiserId, new { team = team.Id.Value, name = team.Name });
        await CommitAsync(async () =>
        {
            await members.RemoveTeamAsync(team, hasPast, leaving.ToImmutable(), audit);
            _roster = leaving.Aggregate(hasPast ? _roster.With(team with { IsClosed = true }) : _roster.Without(team), WithChange);
        });
        return null;
    }

    /// <inheritdoc />
    public async Task<Outcome<TeamsAssigned>> AssignTeamsAsync(AssignTeams command, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(command.OrganiserId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (command.UserIds is { } named && named.Any(user => _roster.Find(user) is null))
        {
            return ChallengeRefusals.UnknownMember;
        }

        if (!_roster.OpenTeams.Any())
        {
            return ChallengeRefusals.NoTeams;
        }

        HashSet<UserId> assigned = command.UserIds is { } users
            ? [.. users.Select(user => new UserId(user))]
            : [.. _roster.Present.Select(enrolment => enrolment.UserId).Where(user => _roster.LastTeamOf(user) is null)];
        var sizes = _roster.OpenTeams.ToDictionary(
            team => team.Id,
            team => _roster.Present.Count(enrolment => !assigned.Contains(enrolment.UserId) && _roster.LastTeamOf(enrolment.UserId) == team.Id));
        var teams = TeamAssignment.Balance(assigned, sizes, Random.Shared);
        var now = time.GetUtcNow();
        ImmutableArray<MemberChange> changes =
        [
            .. (await LoadPeopleAsync(teams.ContainsKey, cancellationToken)).Select(person => ChangeOf(
                _roster.People[person.Record.Id],
                MembershipRules.Move(MembershipsOf(person), teams[person.Record.Id], person.Zone.DateAt(now), HasDoneDay(person)))),
        ];
        if (!changes.IsEmpty)
        {
            var audit = AuditOf("peopleAssigned", command.OrganiserId, new { people = changes.Length });
            await CommitAsync(async () =>
            {
                await members.SaveAsync(Id, changes, audit);
                _roster = changes.Aggregate(_roster, WithChange);
            });
        }

        return new TeamsAssigned(changes.Length, _roster.TeamsInTheEnd());
    }

    /// <inheritdoc />
    public async Task<Outcome<PeopleInvited>> InvitePeopleAsync(InvitePeople command, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(command.OrganiserId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var (roster, made) = (_roster, ImmutableArray.CreateBuilder<TeamRecord>());
        var teams = new Dictionary<string, TeamRecord>(StringComparer.Ordinal);
        string[] names = [.. command.People.Select(person => person.Team).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (names.Length > MaxTeams)
        {
            // Before each is held against all others.
            return ChallengeRefusals.TooManyTeams(MaxTeams);
        }

        foreach (var name in names)
        {
            if (roster.FindTeam(name) is not { } team)
            {
                team = NewTeam(roster, name);
                roster = roster.With(team);
                made.Add(team);
            }

            teams.Add(name, team);
        }

        if (roster.OpenTeams.Count() > MaxTeams)
        {
            return ChallengeRefusals.TooManyTeams(MaxTeams);
        }

        ImmutableArray<InvitedPerson> people =
        [
            .. command.People.Select(person => new InvitedPerson(
                Identifier.Next(),
                EmailAddress.KeyOf(person.Email),
                person.Email,
                person.Name,
                person.Team is { } team ? teams[team].Id : null,
                person.Role,
                now)),
        ];
        var audit = AuditOf("peopleInvited", command.OrganiserId, new { people = people.Length, teams = made.Count });
        var isSaved = false;
        await CommitAsync(async () =>
        {
            isSaved = await invited.SaveAsync(Id, made.ToImmutable(), people, MaxInvited, audit);
            _roster = isSaved ? roster : _roster;
        });
        return isSaved ? new PeopleInvited(people.Length, made.Count) : ChallengeRefusals.TooManyInvited(MaxInvited);
    }

    private TeamRecord NewTeam(Roster roster, string name) =>
        new(new TeamId(Identifier.Next()), Id, name) { Colour = TeamColours.ForNext(roster.Teams.Count) };

    private ImmutableArray<TeamMembership> LeaveTeam(Person person, TeamId team) =>
        MembershipRules.LeaveTeam(MembershipsOf(person), team, person.Zone.DateAt(time.GetUtcNow()), HasDoneDay(person));

    // One query for all of them, however many they are.
    private async Task<ImmutableArray<Person>> LoadPeopleAsync(Func<UserId, bool> wanted, CancellationToken cancellationToken)
    {
        var records = await people.LoadParticipantsAsync(Id, cancellationToken);
        return [.. records.Where(record => wanted(record.Id)).Select(record => Person.Of(record, [_challenge!]))];
    }

    private MemberChange ChangeOf(EnrolmentRecord enrolment, ImmutableArray<TeamMembership> memberships) =>
        new(enrolment.UserId, enrolment.Role, RecordsOf(enrolment.UserId, memberships));

    private static Roster WithChange(Roster roster, MemberChange change) =>
        roster.With(roster.People[change.UserId] with { Role = change.Role }, change.Memberships);

    private ImmutableArray<MembershipRecord> RecordsOf(UserId user, ImmutableArray<TeamMembership> memberships) =>
    [
        .. memberships.Select(membership => new MembershipRecord(
            membership.Team, Id, user, membership.Days.From, membership.Days.To == DateOnly.MaxValue ? null : membership.Days.To)),
    ];

    private AuditEntry AuditOf(string action, string actor, object detail, string? subject = null) => AuditEntry.Of(
        Id, time.GetUtcNow(), new UserId(actor), action, detail, subject is null ? null : new UserId(subject));
}
