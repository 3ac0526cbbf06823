using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.PersonalData;

/// <summary>Purges the single days of challenges that have been final for long, and keeps what they came to.</summary>
public interface IDayRetention
{
    /// <summary>Returns the challenges that ended before a date and whose days are still stored, the earliest first.</summary>
    Task<ImmutableArray<ChallengeId>> FindDueAsync(DateOnly endedBefore, int most, CancellationToken cancellationToken = default);

    /// <summary>
    /// Purges the days of some people of a challenge, in one transaction. Their results and sealed team days are stored; credits,
    /// routines and time off that another challenge of theirs still needs stay, until that one is purged too. With the last of its
    /// people go the addresses that were invited to it. Each person is purged once, also with several nodes at it.
    /// </summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="most">How many people at most.</param>
    /// <param name="at">When.</param>
    /// <param name="keep">Computes what is kept of a person.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How many people were purged; fewer than asked for once it is done.</returns>
    Task<int> PurgeAsync(
        ChallengeId challenge, int most, DateTimeOffset at, Func<PersonRecord, ChallengeRecord, KeptDays> keep, CancellationToken cancellationToken = default);
}

/// <summary>What is kept of a person's days in a challenge.</summary>
/// <param name="Result">Their result; minutes and live breaks are counted by the store.</param>
/// <param name="Days">What they add to the counts of the days.</param>
public sealed record KeptDays(PersonResult Result, SealedPersonDays Days);

/// <inheritdoc />
internal sealed class DayRetention(LedgerDatabase database) : IDayRetention
{
    // What no other challenge of the person still needs.
    private const string OfThisChallengeAlone = """
        user_id = @UserId AND local_date BETWEEN @StartsOn AND @EndsOn AND NOT EXISTS (
            SELECT 1 FROM enrolments e JOIN challenges o ON o.id = e.challenge_id
            WHERE e.user_id = @UserId AND e.challenge_id <> @ChallengeId AND local_date BETWEEN o.starts_on AND o.ends_on
            AND NOT EXISTS (SELECT 1 FROM person_results r WHERE r.challenge_id = e.challenge_id AND r.user_id = e.user_id))
        """;

    // Time off up to the challenge's last day that touches no other challenge of the person whose days are still stored, running and
    // open ones included. Of a range that goes on the later part stays: it may be for a challenge to come.
    private const string ForgetTimeOff = """
        DELETE FROM time_off WHERE user_id = @UserId AND to_date <= @EndsOn AND NOT EXISTS (
            SELECT 1 FROM enrolments e JOIN challenges o ON o.id = e.challenge_id
            WHERE e.user_id = @UserId AND e.challenge_id <> @ChallengeId AND from_date <= o.ends_on AND to_date >= o.starts_on
            AND NOT EXISTS (SELECT 1 FROM person_results r WHERE r.challenge_id = e.challenge_id AND r.user_id = e.user_id));

        UPDATE time_off SET from_date = @After WHERE user_id = @UserId AND from_date <= @EndsOn AND to_date > @EndsOn AND NOT EXISTS (
            SELECT 1 FROM enrolments e JOIN challenges o ON o.id = e.challenge_id
            WHERE e.user_id = @UserId AND e.challenge_id <> @ChallengeId AND from_date <= o.ends_on AND o.starts_on <= @EndsOn
            AND NOT EXISTS (SELECT 1 FROM person_results r WHERE r.challenge_id = e.challenge_id AND r.user_id = e.user_id))
        """;

    /// <inheritdoc />
    public Task<ImmutableArray<ChallengeId>> FindDueAsync(DateOnly endedBefore, int most, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<ChallengeId>(
                "SELECT id FROM challenges WHERE days_purged_at IS NULL AND ends_on < @endedBefore ORDER BY ends_on, id LIMIT @most",
                new { endedBefore, most }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<int> PurgeAsync(
        ChallengeId challenge, int most, DateTimeOffset at, Func<PersonRecord, ChallengeRecord, KeptDays> keep, CancellationToken cancellationToken = default)
    {
        var purged = await database.WriteAsync(session => PurgeAsync(session, challenge, most, at, keep), cancellationToken);
        await database.EraseDeletedAsync(cancellationToken);
        return purged;
    }

    private static async Task<int> PurgeAsync(
        LedgerSession session, ChallengeId id, int most, DateTimeOffset at, Func<PersonRecord, ChallengeRecord, KeptDays> keep)
    {
        // Locks the challenge, so that nodes take turns.
        await session.ExecuteAsync("UPDATE challenges SET version = version + 1 WHERE id = @id", new { id });
        if ((await ChallengeTables.LoadAsync(session, "id = @key", id.Value)).SingleOrDefault() is not { } challenge)
        {
            return 0;
        }

        var people = await LoadAsync(session, id, most);
        foreach (var person in people)
        {
            await PurgeAsync(session, challenge, keep(person, challenge));
        }

        if (people.Length < most)
        {
            await session.ExecuteAsync(
                """
                DELETE FROM session_participants WHERE session_id IN (SELECT id FROM sessions WHERE challenge_id = @id);

                DELETE FROM invited_people WHERE challenge_id = @id;

                UPDATE challenges SET days_purged_at = @at WHERE id = @id
                """,
                new { id, at });
        }

        await ChangeFeedTables.RecordAsync(session, id, ChangeFeedTables.Nobody);
        return people.Length;
    }

    private static async Task<ImmutableArray<PersonRecord>> LoadAsync(LedgerSession session, ChallengeId id, int most)
    {
        const string Next = """
            SELECT e.user_id FROM enrolments e WHERE e.challenge_id = @id AND NOT EXISTS (
                SELECT 1 FROM person_results r WHERE r.challenge_id = e.challenge_id AND r.user_id = e.user_id)
            ORDER BY e.user_id LIMIT @most
            """;
        await using var rows = await session.QueryMultipleAsync(PeopleMapping.QueriesFor(Next), new { id, most });
        return await PeopleMapping.ReadAsync(rows);
    }

    private static async Task PurgeAsync(LedgerSession session, ChallengeRecord challenge, KeptDays kept)
    {
        var days = new { kept.Result.UserId, ChallengeId = challenge.Id, challenge.StartsOn, challenge.EndsOn, After = challenge.EndsOn.AddDays(1) };
        await TeamDayTable.AddAsync(session, kept.Days);
        var done = await session.FindAsync<RoutineTotals>(
            """
            SELECT COALESCE(SUM(seconds), 0) AS seconds, COUNT(DISTINCT session_id) AS together
            FROM completions WHERE user_id = @UserId AND local_date BETWEEN @StartsOn AND @EndsOn
            """,
            days);
        await session.ExecuteAsync(
            """
            INSERT INTO person_results
                (challenge_id, user_id, streak, best, freezes, due, done, leave_days, started_on, minutes, together)
            VALUES
                (@ChallengeId, @UserId, @Streak, @Best, @Freezes, @Due, @Done, @LeaveDays, @StartedOn, @Minutes, @Together)
            """,
            kept.Result with { Minutes = (int)(done!.Seconds / 60), Together = (int)done.Together });
        await session.ExecuteAsync($"DELETE FROM credits WHERE {OfThisChallengeAlone}", days);
        await session.ExecuteAsync($"DELETE FROM completions WHERE {OfThisChallengeAlone}", days);
        await session.ExecuteAsync(ForgetTimeOff, days);
        await session.ExecuteAsync("DELETE FROM corrections WHERE challenge_id = @ChallengeId AND user_id = @UserId", days);
        // Which day was corrected, and why, goes with the days.
        await session.ExecuteAsync(
            """
            UPDATE audit_entries SET detail = '{}'
            WHERE challenge_id = @ChallengeId AND subject_id = @UserId AND action IN ('dayCorrected', 'correctionWithdrawn')
            """,
            days);
        await session.ExecuteAsync(
            "UPDATE enrolments SET version = version + 1 WHERE challenge_id = @ChallengeId AND user_id = @UserId", days);
    }
}

/// <summary>What a person's routines in a challenge come to.</summary>
internal sealed class RoutineTotals
{
    public long Seconds { get; init; }

    public long Together { get; init; }
}
