using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The tables <c>challenges</c> and <c>challenge_holidays</c>.</summary>
internal static class ChallengeTables
{
    /// <summary>Returns the challenges that meet a condition on <c>@key</c>, ordered by first day.</summary>
    public static async Task<ImmutableArray<ChallengeRecord>> LoadAsync(LedgerSession session, string condition, object key)
    {
        await using var results = await session.QueryMultipleAsync(
            $"""
            SELECT id, name, code, starts_on, ends_on, zone_id, work_days, team_threshold, organisers_make_teams, is_demo, created_at,
                planning, work_from, work_to, cancelled_at, follows
            FROM challenges WHERE {condition} ORDER BY starts_on, id;

            SELECT challenge_id, local_date FROM challenge_holidays
            WHERE challenge_id IN (SELECT id FROM challenges WHERE {condition});
            """,
            new { key });
        var challenges = await results.ReadAsync<ChallengeRow>();
        var holidays = (await results.ReadAsync<HolidayRow>()).ToLookup(row => row.ChallengeId, row => row.LocalDate);
        return [.. challenges.Select(row => row.ToRecord(holidays[row.Id]))];
    }

    /// <summary>Inserts a challenge; returns false when its code is taken.</summary>
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
            await ChangeFeedTables.CreateAsync(session, challenge.Id);
            await SavePlanningAsync(session, challenge);
            await InsertHolidaysAsync(session, challenge);
        }

        return inserted == 1;
    }

    /// <summary>Saves the settings; returns false when there is no such challenge.</summary>
    public static async Task<bool> UpdateAsync(LedgerSession session, ChallengeRecord challenge)
    {
        var updated = await session.ExecuteAsync(
            """
            UPDATE challenges SET name = @Name, starts_on = @StartsOn, ends_on = @EndsOn, zone_id = @ZoneId,
                work_days = @WorkDays, team_threshold = @TeamThreshold, organisers_make_teams = @OrganisersMakeTeams,
                version = version + 1
            WHERE id = @Id
            """,
            challenge);
        if (updated == 1)
        {
            await SavePlanningAsync(session, challenge);
            await session.ExecuteAsync("DELETE FROM challenge_holidays WHERE challenge_id = @Id", new { challenge.Id });
            await InsertHolidaysAsync(session, challenge);
        }

        return updated == 1;
    }

    // Dapper writes an enum as a number, so its name is passed by itself.
    private static Task<int> SavePlanningAsync(LedgerSession session, ChallengeRecord challenge) =>
        session.ExecuteAsync(
            "UPDATE challenges SET planning = @planning, work_from = @from, work_to = @to WHERE id = @Id",
            new
            {
                challenge.Id,
                planning = challenge.Planning.ToString(),
                from = challenge.WorkHours?.FromText,
                to = challenge.WorkHours?.ToText,
            });

    private static Task<int> InsertHolidaysAsync(LedgerSession session, ChallengeRecord challenge) =>
        session.ExecuteAsync(
            "INSERT INTO challenge_holidays (challenge_id, local_date) VALUES (@Id, @date)",
            challenge.Holidays.Select(date => new { challenge.Id, date }));
}

/// <summary>A row of <c>challenges</c>.</summary>
internal sealed class ChallengeRow
{
    public ChallengeId Id { get; init; }

    public string Name { get; init; } = "";

    public string Code { get; init; } = "";

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public string ZoneId { get; init; } = "";

    public WorkDays WorkDays { get; init; }

    public int TeamThreshold { get; init; }

    public bool OrganisersMakeTeams { get; init; }

    public bool IsDemo { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public SessionPlanning Planning { get; init; }

    public string? WorkFrom { get; init; }

    public string? WorkTo { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public ChallengeId? Follows { get; init; }

    public ChallengeRecord ToRecord(IEnumerable<DateOnly> holidays) => new(
        Id,
        Name,
        Code,
        StartsOn,
        EndsOn,
        ZoneId,
        WorkDays,
        [.. holidays],
        TeamThreshold,
        OrganisersMakeTeams,
        IsDemo,
        CreatedAt)
    {
        Planning = Planning,
        WorkHours = WorkHours.TryParse(WorkFrom, WorkTo, out var hours) ? hours : null,
        CancelledAt = CancelledAt,
        Follows = Follows,
    };
}

/// <summary>A row of <c>challenge_holidays</c>.</summary>
internal sealed class HolidayRow
{
    public ChallengeId ChallengeId { get; init; }

    public DateOnly LocalDate { get; init; }
}
