using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The latest zones of the people of challenges, which decide when these close (rule 22).</summary>
internal static class ParticipantZones
{
    /// <summary>
    /// Returns the zones of everybody who is in these challenges now or left after their last day, each once: leaving then does not
    /// change when a challenge closes.
    /// </summary>
    public static async Task<ILookup<ChallengeId, string>> LoadAsync(LedgerSession session, IEnumerable<ChallengeId> challenges)
    {
        var ids = new IdList(challenges.Select(challenge => challenge.Value));
        var rows = ids.Names.Length == 0 ? [] : await session.QueryAsync<ChallengeZoneRow>(
            $"""
            SELECT DISTINCT e.challenge_id, COALESCE(
                (SELECT zone_id FROM zone_changes WHERE user_id = a.id ORDER BY position DESC LIMIT 1), a.zone_id) AS zone_id
            FROM enrolments e JOIN accounts a ON a.id = e.user_id JOIN challenges c ON c.id = e.challenge_id
            WHERE e.challenge_id IN ({ids.Names}) AND {EnrolmentTables.IsPresent("e", "c.ends_on")}
            """,
            ids.Parameters);
        return rows.ToLookup(row => row.ChallengeId, row => row.ZoneId);
    }
}

/// <summary>A zone of somebody in a challenge.</summary>
internal sealed class ChallengeZoneRow
{
    public ChallengeId ChallengeId { get; init; }

    public string ZoneId { get; init; } = "";
}
