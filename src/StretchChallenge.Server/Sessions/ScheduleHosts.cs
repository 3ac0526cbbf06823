using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Sessions;

/// <summary>Who can be made host of a recurring break.</summary>
internal static class ScheduleHosts
{
    private const int MostFound = 50;
    private const int LongestSearch = 100;

    /// <summary>
    /// Members by name, the first ones of those whose name has a part: for organisers all, for others who may plan those who chose to
    /// be listed by name (rule 21).
    /// </summary>
    public static async Task<Results<Ok<IEnumerable<ScheduleHost>>, ProblemHttpResult>> Find(
        string id,
        string? q,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IMemberStore members,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if ((await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value, cancellationToken)).IsRefused(out var refusal, out var challenge))
        {
            return Problem.Of(refusal);
        }

        if (!HostRules.MayPlan(challenge.Role, challenge.Planning))
        {
            return Problem.Of(SessionRefusals.CaptainsPlan);
        }

        var rules = new FieldRules();
        var search = q is null ? "" : rules.Text("q", q, 0, LongestSearch);
        if (rules.Refusal is { } fault)
        {
            return fault;
        }

        var found = await members.LoadAsync(
            new MemberQuery(new ChallengeId(id), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), MostFound)
            {
                Search = search.Length == 0 ? null : search,
                NamedOnly = challenge.Role != ChallengeRole.Organiser,
            },
            cancellationToken);
        return TypedResults.Ok(found.Select(member => new ScheduleHost(member.UserId.Value, member.DisplayName)));
    }
}
