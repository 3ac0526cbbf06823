using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The tables <c>enrolments</c>, <c>absences</c> and <c>memberships</c>.</summary>
internal static class EnrolmentTables
{
    /// <summary>
    /// The condition on an enrolment that the person is in the challenge now: who left is kept with an absence without an end, which
    /// is the last date in SQLite and infinity in PostgreSQL.
    /// </summary>
    /// <param name="enrolment">The enrolment's name in the query.</param>
    /// <param name="on">Who left later than this date counts as present too; null for now.</param>
    public static string IsPresent(string enrolment, string? on = null) =>
        $"""
        NOT EXISTS (
            SELECT 1 FROM absences gone
            WHERE gone.challenge_id = {enrolment}.challenge_id AND gone.user_id = {enrolment}.user_id
                AND gone.to_date >= '9999-12-31'{(on is null ? "" : $" AND gone.from_date <= {on}")})
        """;

    /// <summary>Whether an organiser is in the challenge now; with a person given, whether that person is one.</summary>
    public static Task<bool> HasOrganiserAsync(LedgerSession session, ChallengeId challenge, UserId? user = null) => session.FindAsync<bool>(
        $"""
        SELECT EXISTS (
            SELECT 1 FROM enrolments e
            WHERE e.challenge_id = @challenge{(user is null ? "" : " AND e.user_id = @user")} AND e.role = 'Organiser' AND {IsPresent("e")})
        """,
        new { challenge, user = user?.Value });

    /// <summary>Saves a person's enrolment and replaces all their team intervals in the challenge.</summary>
    public static async Task<bool> SaveAsync(LedgerSession session, EnrolmentRecord enrolment, ImmutableArray<MembershipRecord> memberships)
    {
        var parameters = new { enrolment.ChallengeId, enrolment.UserId, Role = enrolment.Role.ToString(), enrolment.JoinedOn };
        await session.ExecuteAsync(
            """
            INSERT INTO enrolments (challenge_id, user_id, role, joined_on) VALUES (@ChallengeId, @UserId, @Role, @JoinedOn)
            ON CONFLICT (challenge_id, user_id) DO UPDATE
                SET role = excluded.role, joined_on = excluded.joined_on, version = enrolments.version + 1
            """,
            parameters);
        await session.ExecuteAsync("DELETE FROM absences WHERE challenge_id = @ChallengeId AND user_id = @UserId", parameters);
        await session.ExecuteAsync("DELETE FROM memberships WHERE challenge_id = @ChallengeId AND user_id = @UserId", parameters);
        await session.ExecuteAsync(
            """
            INSERT INTO absences (challenge_id, user_id, position, from_date, to_date)
            VALUES (@ChallengeId, @UserId, @position, @From, @To)
            """,
            enrolment.Absences.Select((absence, position) =>
                new { enrolment.ChallengeId, enrolment.UserId, position, absence.From, absence.To }));
        await session.ExecuteAsync(
            """
            INSERT INTO memberships (challenge_id, user_id, position, team_id, from_date, to_date)
            VALUES (@ChallengeId, @UserId, @position, @TeamId, @From, @To)
            """,
            memberships.Select((membership, position) =>
                new { enrolment.ChallengeId, enrolment.UserId, position, membership.TeamId, membership.From, membership.To }));
        await ChangeFeedTables.RecordAsync(session, enrolment.ChallengeId, enrolment.UserId);
        return true;
    }
}

/// <summary>A row of <c>enrolments</c>.</summary>
internal sealed class EnrolmentRow
{
    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public ChallengeRole Role { get; init; }

    public DateOnly JoinedOn { get; init; }

    /// <summary>Combines enrolments with their absences, keeping the order of both.</summary>
    public static IEnumerable<EnrolmentRecord> ToRecords(IEnumerable<EnrolmentRow> rows, IEnumerable<AbsenceRow> absences)
    {
        var absencesOf = absences.ToLookup(row => (row.ChallengeId, row.UserId), row => row.ToRange());
        return rows.Select(row => new EnrolmentRecord(
            row.ChallengeId,
            row.UserId,
            row.Role,
            row.JoinedOn,
            [.. absencesOf[(row.ChallengeId, row.UserId)]]));
    }
}

/// <summary>A row of <c>absences</c>.</summary>
internal sealed class AbsenceRow
{
    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public DateOnly ToDate { get; init; }

    public DateRange ToRange() => new(FromDate, ToDate);
}

/// <summary>A row of <c>memberships</c>.</summary>
internal sealed class MembershipRow
{
    public TeamId TeamId { get; init; }

    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public DateOnly? ToDate { get; init; }

    public MembershipRecord ToRecord() => new(TeamId, ChallengeId, UserId, FromDate, ToDate);
}
