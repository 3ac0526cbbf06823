using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>A member as organisers see them.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their e-mail address; null for people of the demo.</param>
/// <param name="Role">Their role.</param>
/// <param name="Team">The id of their team today; null where they are in none.</param>
/// <param name="NextTeam">The id of the team in which they will be after a change that takes effect tomorrow (rule 15); null without one.</param>
/// <param name="Activity">All that is told of what they do (rule 21).</param>
public sealed record MemberView(
    string UserId, string Name, string? Email, ChallengeRole Role, string? Team, string? NextTeam, MemberActivity Activity);

/// <summary>A change of a team. Fields that are missing are not changed.</summary>
public sealed record TeamChange(string? Name = null, TeamColour? Colour = null);

/// <summary>Whom to put into teams; everybody who is in none if missing.</summary>
public sealed record AssignmentRequest(ImmutableArray<string>? UserIds = null);

/// <summary>The members and teams of a challenge, for its organisers.</summary>
internal static class MemberEndpoints
{
    /// <summary>How many members come at a time.</summary>
    public const int PageSize = 100;

    private const int LongestSearch = 100;
    private const int MostAssigned = 1000;

    /// <summary>Maps what is below <c>/api/challenges/{id}</c>.</summary>
    public static void MapMembers(this RouteGroupBuilder challenges)
    {
        challenges.MapGet("/{id}/members", List).WithSummary("A page of the members by name; the next one is after its last member.");
        challenges.MapPut("/{id}/teams/{team}", ChangeTeam);
        challenges.MapDelete("/{id}/teams/{team}", RemoveTeam);
        challenges.MapPost("/{id}/teams/assign", Assign);
        challenges.MapGet("/{id}/invited", InvitedPeopleEndpoints.List).WithSummary("A page of the invited addresses; the next one is after its last.");
        challenges.MapDelete("/{id}/invited/{invitation}", InvitedPeopleEndpoints.Remove);
    }

    private static async Task<Results<Ok<IEnumerable<MemberView>>, ProblemHttpResult>> List(
        string id,
        string? q,
        string? after,
        string? role,
        string? team,
        string? activity,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IChallengeStore challenges,
        IMemberStore members,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await grains.RefuseUnlessOrganiserAsync(id, caller, cancellationToken) is { } refusal)
        {
            return Problem.Of(refusal);
        }

        var rules = new FieldRules();
        var search = q is null ? null : rules.Text("q", q, 0, LongestSearch);
        rules.Check(after is null || IdShape.Matches(after), FieldRefusals.NotAToken("after", IdShape.Longest));
        rules.Check(string.IsNullOrEmpty(team) || IdShape.Matches(team), FieldRefusals.NotAToken("team", IdShape.Longest));
        var (inRole, active) = (OneOf<ChallengeRole>(rules, "role", role), OneOf<MemberActivity>(rules, "activity", activity));
        if (rules.Refusal is { } fault)
        {
            return fault;
        }

        if (await challenges.LoadAsync(new ChallengeId(id), cancellationToken) is not { } challenge)
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        var today = ZoneTimeline.Fixed(TimeZones.Find(challenge.ZoneId)).DateAt(time.GetUtcNow());
        var page = await members.LoadAsync(
            new MemberQuery(challenge.Id, today, PageSize)
            {
                Search = string.IsNullOrEmpty(search) ? null : search,
                After = after is null ? null : new UserId(after),
                Role = inRole,
                Team = string.IsNullOrEmpty(team) ? null : new TeamId(team),
                WithoutTeam = team == "",
                Activity = active,
            },
            cancellationToken);
        return TypedResults.Ok(page.Select(member => ViewOf(member, today)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeTeam(
        string id, string team, TeamChange request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var name = request.Name is null ? null : rules.TeamName(request.Name);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).ChangeTeamAsync(new ChangeTeam(caller.Id().Value, team, name, request.Colour))).ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveTeam(
        string id, string team, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).RemoveTeamAsync(caller.Id().Value, team)).ToHttp();

    private static async Task<Results<Ok<TeamsAssigned>, ProblemHttpResult>> Assign(
        string id, AssignmentRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        rules.Check(
            request.UserIds is not { } users || (users.Length <= MostAssigned && users.All(IdShape.Matches)),
            FieldRefusals.NotAToken("userIds", IdShape.Longest));
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).AssignTeamsAsync(new AssignTeams(caller.Id().Value, request.UserIds))).ToHttp();
    }

    private static T? OneOf<T>(FieldRules rules, string field, string? word)
        where T : struct, Enum
    {
        var value = EnumNames.Find<T>(word);
        rules.Check(value is not null || string.IsNullOrEmpty(word), FieldRefusals.NotOneOf(field, string.Join(", ", EnumNames.All<T>())));
        return value;
    }

    private static MemberView ViewOf(MemberRecord member, DateOnly today) => new(
        member.UserId.Value,
        member.DisplayName,
        member.Email,
        member.Role,
        member.TeamId,
        member.LastTeamId == member.TeamId ? null : member.LastTeamId,
        MemberActivities.Of(member.LastDone, today));
}
