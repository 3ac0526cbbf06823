using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Challenges;

/// <summary>The people and teams of a challenge. Immutable: a change is a new value.</summary>
internal sealed record Roster(
    ImmutableDictionary<UserId, EnrolmentRecord> People,
    ImmutableSortedDictionary<string, TeamRecord> Teams,
    ImmutableDictionary<UserId, ImmutableArray<MembershipRecord>> Memberships)
{
    /// <summary>No people and no teams.</summary>
    public static Roster Empty { get; } = Of(new RosterRecord([], [], []));

    /// <summary>The people who are in the challenge now.</summary>
    public IEnumerable<EnrolmentRecord> Present => People.Values.Where(enrolment => !enrolment.IsAway());

    /// <summary>The teams that are not closed.</summary>
    public IEnumerable<TeamRecord> OpenTeams => Teams.Values.Where(team => !team.IsClosed);

    /// <summary>The roster as stored.</summary>
    public static Roster Of(RosterRecord record) => new(
        record.People.ToImmutableDictionary(enrolment => enrolment.UserId),
        record.Teams.ToImmutableSortedDictionary(team => team.Id.Value, team => team, StringComparer.Ordinal),
        record.Memberships.GroupBy(membership => membership.UserId)
            .ToImmutableDictionary(person => person.Key, person => person.ToImmutableArray()));

    /// <summary>The enrolment of a person; null when they are not in the challenge now.</summary>
    public EnrolmentRecord? Find(string? userId) =>
        userId is not null && People.TryGetValue(new UserId(userId), out var enrolment) && !enrolment.IsAway() ? enrolment : null;

    /// <summary>The role of a person; null when they are not in the challenge now.</summary>
    public ChallengeRole? RoleOf(string? userId) => Find(userId)?.Role;

    /// <summary>Whether the person is the only organiser, without whom the challenge would have none.</summary>
    public bool IsLastOrganiser(string userId) =>
        RoleOf(userId) == ChallengeRole.Organiser
        && Present.Count(enrolment => enrolment.Role == ChallengeRole.Organiser) == 1;

    /// <summary>A team by its id, by its name, or by a name that is like it in case or look; null when there is no such team.</summary>
    public TeamRecord? FindTeam(string nameOrId) =>
        FindOpen(nameOrId)
        ?? OpenTeams.FirstOrDefault(team => string.Equals(team.Name, nameOrId.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? FindTeamLike(nameOrId);

    /// <summary>A team that is not closed, by its id; null when there is none.</summary>
    public TeamRecord? FindOpen(string id) => Teams.GetValueOrDefault(id) is { IsClosed: false } team ? team : null;

    /// <summary>Whether a team, but for <paramref name="except" />, has a name that people would take for this one.</summary>
    public bool HasTeamLike(string name, TeamId? except = null) => FindTeamLike(name, except) is not null;

    /// <summary>A person's team intervals.</summary>
    public ImmutableArray<MembershipRecord> MembershipsOf(UserId user) => Memberships.GetValueOrDefault(user, []);

    /// <summary>The team in which a person stays once every change has taken effect; null for none.</summary>
    public TeamId? LastTeamOf(UserId user) =>
        MembershipsOf(user).FirstOrDefault(membership => membership.To is null)?.TeamId;

    /// <summary>The teams with the members that they have once every change has taken effect, by name.</summary>
    public ImmutableArray<TeamView> TeamsInTheEnd() => TeamsWith(LastTeamOf);

    /// <summary>The teams with their current members on a date, by name.</summary>
    public ImmutableArray<TeamView> TeamsOn(ChallengeId challenge, DateOnly date) =>
        TeamsWith(user => MembershipsOf(user).TeamOn(challenge, date));

    /// <summary>The roster with a person's new enrolment and team memberships.</summary>
    public Roster With(EnrolmentRecord enrolment, ImmutableArray<MembershipRecord> memberships) => this with
    {
        People = People.SetItem(enrolment.UserId, enrolment),
        Memberships = Memberships.SetItem(enrolment.UserId, memberships),
    };

    /// <summary>The roster with a team that is new or changed.</summary>
    public Roster With(TeamRecord team) => this with { Teams = Teams.SetItem(team.Id.Value, team) };

    /// <summary>The roster without a team that nobody was ever in.</summary>
    public Roster Without(TeamRecord team) => this with { Teams = Teams.Remove(team.Id.Value) };

    private ImmutableArray<TeamView> TeamsWith(Func<UserId, TeamId?> teamOf)
    {
        var members = Present
            .Select(enrolment => teamOf(enrolment.UserId))
            .Where(team => team is not null)
            .CountBy(team => team!.Value)
            .ToDictionary();
        return
        [
            .. OpenTeams
                .OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)
                .Select(team => new TeamView(team.Id.Value, team.Name, members.GetValueOrDefault(team.Id)) { Colour = team.Colour }),
        ];
    }

    private TeamRecord? FindTeamLike(string name, TeamId? except = null)
    {
        var wanted = DistinctName.Of(name);
        return OpenTeams.FirstOrDefault(team => team.Id != except && DistinctName.Of(team.Name).IsLike(wanted));
    }
}
