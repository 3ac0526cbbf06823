namespace StretchChallenge.Storage.Users;

/// <summary>The queries that load people, and the sets of people they load.</summary>
internal static class PeopleQueries
{
    /// <summary>The person of this id.</summary>
    public const string OnePerson = "@id";

    /// <summary>Everybody ever enrolled in the challenge of this id.</summary>
    public const string Participants = "SELECT user_id FROM enrolments WHERE challenge_id = @id";

    /// <summary>Everybody who ever was a member of the team of this id.</summary>
    public const string Members = "SELECT user_id FROM memberships WHERE team_id = @id";

    /// <summary>One query for each list of a person, in the order in which <see cref="PeopleRows" /> reads them.</summary>
    public static string Load(string people) => $"""
        SELECT id, display_name, show_name, zone_id FROM accounts WHERE id IN ({people});

        SELECT user_id, effective_at, zone_id, neutralises FROM zone_changes WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, from_date, work_days FROM work_patterns WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, id, from_date, to_date, entered_on FROM time_off WHERE user_id IN ({people}) ORDER BY user_id, from_date, id;

        SELECT user_id, local_date, kind, recorded_at FROM credits WHERE user_id IN ({people}) ORDER BY user_id, local_date;

        SELECT user_id, challenge_id, role, joined_on FROM enrolments WHERE user_id IN ({people}) ORDER BY user_id, joined_on, challenge_id;

        SELECT user_id, challenge_id, from_date, to_date FROM absences WHERE user_id IN ({people}) ORDER BY user_id, challenge_id, position;

        SELECT user_id, challenge_id, team_id, from_date, to_date FROM memberships
        WHERE user_id IN ({people}) ORDER BY user_id, challenge_id, position;
        """;
}
