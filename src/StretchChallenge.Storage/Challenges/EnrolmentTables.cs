using System.Collections.Immutable;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The tables <c>enrolments</c>, <c>absences</c> and <c>memberships</c>.</summary>
internal static class EnrolmentTables
{
    /// <summary>Saves a person's place in a challenge, and replaces all their team intervals there.</summary>
    public static async Task<int> SaveAsync(LedgerSession session, EnrolmentRecord enrolment, ImmutableArray<MembershipRecord> memberships)
    {
        var place = new { enrolment.ChallengeId, enrolment.UserId, Role = enrolment.Role.ToString(), enrolment.JoinedOn };
        await session.ExecuteAsync(
            """
            INSERT INTO enrolments (challenge_id, user_id, role, joined_on) VALUES (@ChallengeId, @UserId, @Role, @JoinedOn)
            ON CONFLICT (challenge_id, user_id) DO UPDATE SET role = excluded.role, joined_on = excluded.joined_on
            """,
            place);
        await session.ExecuteAsync("DELETE FROM absences WHERE challenge_id = @ChallengeId AND user_id = @UserId", place);
        await session.ExecuteAsync("DELETE FROM memberships WHERE challenge_id = @ChallengeId AND user_id = @UserId", place);
        await session.ExecuteAsync(
            """
            INSERT INTO absences (challenge_id, user_id, position, from_date, to_date)
            VALUES (@ChallengeId, @UserId, @position, @From, @To)
            """,
            enrolment.Absences.Select((absence, position) =>
                new { enrolment.ChallengeId, enrolment.UserId, position, absence.From, absence.To }));
        return await session.ExecuteAsync(
            """
            INSERT INTO memberships (challenge_id, user_id, position, team_id, from_date, to_date)
            VALUES (@ChallengeId, @UserId, @position, @TeamId, @From, @To)
            """,
            memberships.Select((membership, position) =>
                new { enrolment.ChallengeId, enrolment.UserId, position, membership.TeamId, membership.From, membership.To }));
    }
}
