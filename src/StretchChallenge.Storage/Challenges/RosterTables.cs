using System.Text;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>Reads a roster.</summary>
internal static class RosterTables
{
    private const string Queries = $"""
        SELECT challenge_id, user_id, role, joined_on FROM enrolments WHERE challenge_id = @challenge;

        SELECT challenge_id, user_id, from_date, to_date FROM absences WHERE challenge_id = @challenge ORDER BY user_id, position;

        SELECT {TeamTable.Columns} FROM teams WHERE challenge_id = @challenge;

        SELECT challenge_id, user_id, team_id, from_date, to_date FROM memberships
        WHERE challenge_id = @challenge ORDER BY user_id, position;
        """;

    /// <summary>Reads the roster in the session's snapshot.</summary>
    public static async Task<RosterRecord> LoadAsync(LedgerSession session, ChallengeId challenge)
    {
        await using var results = await session.QueryMultipleAsync(Queries, new { challenge });
        var enrolments = await results.ReadAsync<EnrolmentRow>();
        var absences = await results.ReadAsync<AbsenceRow>();
        var teams = await results.ReadAsync<TeamRow>();
        var memberships = await results.ReadAsync<MembershipRow>();

        return new RosterRecord(
            [.. EnrolmentRow.ToRecords(enrolments, absences).OrderBy(enrolment => enrolment.UserId.Value, StringComparer.Ordinal)],
            [.. teams.Select(row => row.ToRecord()).OrderBy(team => team.Id.Value, StringComparer.Ordinal)],
            [.. memberships.Select(row => row.ToRecord())]);
    }
}

/// <summary>The table <c>teams</c>.</summary>
internal static class TeamTable
{
    /// <summary>The columns of <see cref="TeamRow" />.</summary>
    public const string Columns = "id, challenge_id, name, colour, is_closed";

    /// <summary>Inserts a team; returns false when the challenge has one of this name (case-insensitive).</summary>
    public static async Task<bool> InsertAsync(LedgerSession session, TeamRecord team) =>
        await session.ExecuteAsync(
            """
            INSERT INTO teams (id, challenge_id, name, normalized_name, colour)
            VALUES (@Id, @ChallengeId, @Name, @NormalizedName, @colour)
            ON CONFLICT (challenge_id, normalized_name) DO NOTHING
            """,
            new
            {
                team.Id,
                team.ChallengeId,
                team.Name,
                NormalizedName = Normalize(team.Name),
                colour = team.Colour.ToString(),
            }) == 1;

    /// <summary>Saves a team's name and colour.</summary>
    public static Task<int> UpdateAsync(LedgerSession session, TeamRecord team) => session.ExecuteAsync(
        "UPDATE teams SET name = @Name, normalized_name = @key, colour = @colour WHERE id = @Id",
        new { team.Id, team.Name, key = Normalize(team.Name), colour = team.Colour.ToString() });

    /// <summary>Closes a team. Its id takes the place of its name's key, so that another team can have the name.</summary>
    public static Task<int> CloseAsync(LedgerSession session, TeamId team) => session.ExecuteAsync(
        "UPDATE teams SET is_closed = TRUE, normalized_name = id WHERE id = @team", new { team });

    /// <summary>The key by which names are compared: independent of case, Unicode composition and the server's culture.</summary>
    public static string Normalize(string name) =>
        name.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}

/// <summary>A row of <c>teams</c>.</summary>
internal sealed class TeamRow
{
    public TeamId Id { get; init; }

    public ChallengeId ChallengeId { get; init; }

    public string Name { get; init; } = "";

    public TeamColour Colour { get; init; }

    public bool IsClosed { get; init; }

    public TeamRecord ToRecord() => new(Id, ChallengeId, Name) { Colour = Colour, IsClosed = IsClosed };
}
