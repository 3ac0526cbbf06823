using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Storage.Administration;

namespace StretchChallenge.Server.Administration;

/// <summary>A challenge as site administrators see it: nothing of the days of its people.</summary>
/// <param name="Id">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="State">Where it stands (rule 22).</param>
/// <param name="People">How many are in it now.</param>
public sealed record AdminChallengeView(string Id, string Name, DateOnly StartsOn, DateOnly EndsOn, ChallengeState State, int People);

/// <summary>Returns all challenges of the site.</summary>
internal static class ChallengeListEndpoint
{
    /// <summary>Answers <c>GET /api/admin/challenges</c>.</summary>
    public static async Task<Results<Ok<ImmutableArray<AdminChallengeView>>, ProblemHttpResult>> ListAsync(
        string? q, string? after, IAdministrationStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var rules = new FieldRules();
        var search = rules.Search(q);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var last = after is null ? (ChallengeId?)null : new ChallengeId(after);
        var challenges = after is null || IdShape.Matches(after)
            ? await store.LoadChallengesAsync(search, last, AdministrationSetup.PageSize, cancellationToken)
            : null;
        return challenges is { } page
            ? TypedResults.Ok(page.Select(challenge => ToView(challenge, time.GetUtcNow())).ToImmutableArray())
            : Problem.Of(ChallengeRefusals.UnknownChallenge);
    }

    private static AdminChallengeView ToView(AdministeredChallenge challenge, DateTimeOffset now)
    {
        var calendar = new ChallengeCalendar(challenge.StartsOn, challenge.EndsOn, TimeZones.Find(challenge.ZoneId), default, []);
        var closesAt = ChallengeSchedule.ClosesAt(calendar, challenge.Zones.Select(zone => ZoneTimeline.Fixed(TimeZones.Find(zone))));
        var state = ChallengeSchedule.StateAt(calendar, closesAt, now, challenge.CancelledAt);
        return new AdminChallengeView(challenge.Id.Value, challenge.Name, challenge.StartsOn, challenge.EndsOn, state, challenge.People);
    }
}
