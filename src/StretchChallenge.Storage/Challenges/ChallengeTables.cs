using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The tables <c>challenges</c> and <c>challenge_holidays</c>.</summary>
internal static class ChallengeTables
{
    /// <summary>The challenges that meet a condition on <c>@key</c>, by first day.</summary>
    public static async Task<ImmutableArray<ChallengeRecord>> LoadAsync(LedgerSession session, string condition, object key)
    {
        await using var results = await session.QueryMultipleAsync(
            $"""
            SELECT id, name, code, starts_on, ends_on, zone_id, work_days, team_threshold, organisers_make_teams, is_demo, created_at
            FROM challenges WHERE {condition} ORDER BY starts_on, id;

            SELECT challenge_id, local_date FROM challenge_holidays
            WHERE challenge_id IN (SELECT id FROM challenges WHERE {condition});
            """,
            new { key });
        var challenges = await results.ReadAsync<ChallengeRow>();
        var holidays = (await results.ReadAsync<HolidayRow>()).ToLookup(row => row.ChallengeId, row => row.LocalDate);
        return [.. challenges.Select(row => row.ToRecord(holidays[row.Id]))];
    }

    /// <summary>Inserts a challenge; false where its code is taken.</summary>
    public static async Task<bool> InsertAsync(LedgerSession session, ChallengeRecord challenge)
    {
        var inserted = await session.ExecuteAsync(
            """
            INSERT INTO challenges
                (id, name, code, starts_on, ends_on, zone_id, work_days, team_threshold, organisers_make_teams, is_demo, created_at)
            VALUES
                (@Id, @Name, @Code, @StartsOn, @EndsOn, @ZoneId, @WorkDays, @TeamThreshold, @OrganisersMakeTeams, @IsDemo, @CreatedAt)
            ON CONFLICT (code) DO NOTHING
            """,
            challenge);
        if (inserted == 1)
        {
            await InsertHolidaysAsync(session, challenge);
        }

        return inserted == 1;
    }

    /// <summary>Saves the settings; false where there is no such challenge.</summary>
    public static async Task<bool> UpdateAsync(LedgerSession session, ChallengeRecord challenge)
    {
        var updated = await session.ExecuteAsync(
            """
            UPDATE challenges SET name = @Name, starts_on = @StartsOn, ends_on = @EndsOn, zone_id = @ZoneId,
                work_days = @WorkDays, team_threshold = @TeamThreshold, organisers_make_teams = @OrganisersMakeTeams
            WHERE id = @Id
            """,
            challenge);
        if (updated == 1)
        {
            await session.ExecuteAsync("DELETE FROM challenge_holidays WHERE challenge_id = @Id", new { challenge.Id });
            await InsertHolidaysAsync(session, challenge);
        }

        return updated == 1;
    }

    private static Task<int> InsertHolidaysAsync(LedgerSession session, ChallengeRecord challenge) =>
        session.ExecuteAsync(
            "INSERT INTO challenge_holidays (challenge_id, local_date) VALUES (@Id, @date)",
            challenge.Holidays.Select(date => new { challenge.Id, date }));
}
