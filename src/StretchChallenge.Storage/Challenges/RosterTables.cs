using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>Reads a whole roster.</summary>
internal static class RosterTables
{
    private const string Queries = """
        SELECT id, display_name, show_name,
            COALESCE(
                (SELECT zone_id FROM zone_changes WHERE user_id = accounts.id ORDER BY position DESC LIMIT 1),
                zone_id) AS zone_id
        FROM accounts WHERE id IN (SELECT user_id FROM enrolments WHERE challenge_id = @challenge);

        SELECT challenge_id, user_id, role, joined_on FROM enrolments WHERE challenge_id = @challenge;

        SELECT challenge_id, user_id, from_date, to_date FROM absences WHERE challenge_id = @challenge ORDER BY user_id, position;

        SELECT id, challenge_id, name FROM teams WHERE challenge_id = @challenge;

        SELECT challenge_id, user_id, team_id, from_date, to_date FROM memberships
        WHERE challenge_id = @challenge ORDER BY user_id, position;
        """;

    /// <summary>The roster as of the session's moment.</summary>
    public static async Task<RosterRecord> LoadAsync(LedgerSession session, ChallengeId challenge)
    {
        await using var results = await session.QueryMultipleAsync(Queries, new { challenge });
        var people = (await results.ReadAsync<RosterRow>()).ToDictionary(row => row.Id);
        var enrolments = await results.ReadAsync<EnrolmentRow>();
        var absences = await results.ReadAsync<AbsenceRow>();
        var teams = await results.ReadAsync<TeamRow>();
        var memberships = await results.ReadAsync<MembershipRow>();

        ImmutableArray<RosterEntry> entries = [.. EnrolmentRow.ToRecords(enrolments, absences)
            .OrderBy(enrolment => enrolment.UserId.Value, StringComparer.Ordinal)
            .Select(enrolment => ToEntry(enrolment, people[enrolment.UserId]))];
        return new RosterRecord(
            entries,
            [.. teams.Select(row => row.ToRecord()).OrderBy(team => team.Id.Value, StringComparer.Ordinal)],
            [.. memberships.Select(row => row.ToRecord())]);
    }

    private static RosterEntry ToEntry(EnrolmentRecord enrolment, RosterRow person) =>
        new(enrolment, person.DisplayName, person.ShowName, person.ZoneId);
}
