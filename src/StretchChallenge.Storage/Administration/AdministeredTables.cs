using System.Collections.Immutable;
using Dapper;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Administration;

/// <summary>People and challenges in the form that administrators page through.</summary>
internal static class AdministeredTables
{
    // Who left a challenge is kept there with an absence without an end.
    private const string IsThere = "NOT EXISTS (SELECT 1 FROM absences WHERE challenge_id = e.challenge_id AND user_id = e.user_id AND to_date = @open)";

    private const string Account =
        $"""
        SELECT a.id, a.display_name AS name, a.email, a.created_at, a.disabled, a.is_site_administrator,
            (SELECT COUNT(*) FROM enrolments e JOIN challenges c ON c.id = e.challenge_id
             WHERE e.user_id = a.id AND c.is_demo = FALSE AND {IsThere}) AS challenges
        FROM accounts a
        """;

    /// <summary>Returns one person; null when there is no such person.</summary>
    public static Task<AdministeredAccountRow?> FindAccountAsync(LedgerSession session, UserId user) =>
        session.FindAsync<AdministeredAccountRow>(
            $"{Account} WHERE a.id = @user AND a.kind = 'Person'", new { user, open = DateOnly.MaxValue });

    /// <summary>Returns the people who come after one in the list, the newest first.</summary>
    public static Task<ImmutableArray<AdministeredAccountRow>> LoadAccountsAsync(
        LedgerSession session, SearchPattern search, DateTimeOffset at, string id, int most) =>
        session.QueryAsync<AdministeredAccountRow>(
            $"""
            {Account}
            WHERE a.kind = 'Person' AND (a.created_at, a.id) < (@at, @id){search.In("a.display_name", "a.email")}
            ORDER BY a.created_at DESC, a.id DESC LIMIT @most
            """,
            new { at, id, most, open = DateOnly.MaxValue, search.Lower, search.Upper });

    /// <summary>Whether anybody else administers the site and can sign in.</summary>
    public static Task<bool> HasOtherAdministratorAsync(LedgerSession session, UserId user) => session.FindAsync<bool>(
        """
        SELECT EXISTS (
            SELECT 1 FROM accounts WHERE is_site_administrator = TRUE AND disabled = FALSE AND kind = 'Person' AND id <> @user)
        """,
        new { user });

    /// <summary>Saves what administrators change of an account.</summary>
    public static Task<int> UpdateAccountAsync(
        LedgerSession session, UserId user, bool disabled, bool isSiteAdministrator, string concurrencyStamp) => session.ExecuteAsync(
        """
        UPDATE accounts SET disabled = @disabled, is_site_administrator = @isSiteAdministrator, concurrency_stamp = @concurrencyStamp
        WHERE id = @user
        """,
        new { user, disabled, isSiteAdministrator, concurrencyStamp });

    /// <summary>Returns the challenges that come after one in the list, those that start last first.</summary>
    public static Task<ImmutableArray<AdministeredChallengeRow>> LoadChallengesAsync(
        LedgerSession session, SearchPattern search, DateOnly on, string id, int most) =>
        session.QueryAsync<AdministeredChallengeRow>(
            $"""
            SELECT c.id, c.name, c.starts_on, c.ends_on, c.zone_id, c.cancelled_at,
                (SELECT COUNT(*) FROM enrolments e WHERE e.challenge_id = c.id AND {IsThere}) AS people
            FROM challenges c
            WHERE c.is_demo = FALSE AND (c.starts_on, c.id) < (@on, @id){search.In("c.name")}
            ORDER BY c.starts_on DESC, c.id DESC LIMIT @most
            """,
            new { on, id, most, open = DateOnly.MaxValue, search.Lower, search.Upper });

    /// <summary>Returns the zones that decide when these challenges close (rule 22), each once.</summary>
    public static async Task<ILookup<ChallengeId, string>> LoadZonesAsync(LedgerSession session, IEnumerable<ChallengeId> challenges)
    {
        var ids = new IdList(challenges.Select(challenge => challenge.Value));
        ids.Parameters.Add("open", DateOnly.MaxValue);
        var rows = ids.Names.Length == 0 ? [] : await session.QueryAsync<ChallengeZoneRow>(
            $"""
            SELECT DISTINCT e.challenge_id, COALESCE(
                (SELECT zone_id FROM zone_changes WHERE user_id = a.id ORDER BY position DESC LIMIT 1), a.zone_id) AS zone_id
            FROM enrolments e JOIN accounts a ON a.id = e.user_id JOIN challenges c ON c.id = e.challenge_id
            WHERE e.challenge_id IN ({ids.Names}) AND NOT EXISTS (
                SELECT 1 FROM absences
                WHERE challenge_id = e.challenge_id AND user_id = e.user_id AND to_date = @open AND from_date <= c.ends_on)
            """,
            ids.Parameters);
        return rows.ToLookup(row => row.ChallengeId, row => row.ZoneId);
    }
}

/// <summary>A few ids as parameters of a query, one each: what Dapper and Npgsql make of a list differs from SQLite.</summary>
internal sealed class IdList
{
    /// <summary>Names the parameters.</summary>
    public IdList(IEnumerable<string> ids)
    {
        foreach (var (number, id) in ids.Index())
        {
            Parameters.Add($"id{number}", id);
            Names += $"{(number == 0 ? "" : ", ")}@id{number}";
        }
    }

    /// <summary>The parameters.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Their names, separated by commas; empty for none.</summary>
    public string Names { get; } = "";
}

/// <summary>
/// A search for a part of a text in any case. Both cases are tried, because SQLite knows only those of ASCII: its LIKE does the
/// rest.
/// </summary>
/// <param name="Lower">The pattern in lower case; null to search nothing.</param>
/// <param name="Upper">The pattern in upper case.</param>
internal sealed record SearchPattern(string? Lower, string? Upper)
{
    /// <summary>The pattern of what was typed.</summary>
    public static SearchPattern Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new SearchPattern(null, null);
        }

        var literal = typed.Trim().Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
        return new SearchPattern($"%{literal.ToLowerInvariant()}%", $"%{literal.ToUpperInvariant()}%");
    }

    /// <summary>The condition on these columns, with its AND; empty when nothing is searched.</summary>
    public string In(params ReadOnlySpan<string> columns)
    {
        if (Lower is null)
        {
            return "";
        }

        var conditions = new List<string>();
        foreach (var column in columns)
        {
            conditions.Add($@"LOWER({column}) LIKE @Lower ESCAPE '\' OR UPPER({column}) LIKE @Upper ESCAPE '\'");
        }

        return $" AND ({string.Join(" OR ", conditions)})";
    }
}

/// <summary>A person of <see cref="AdministeredTables" />.</summary>
internal sealed class AdministeredAccountRow
{
    public UserId Id { get; init; }

    public string Name { get; init; } = "";

    public string? Email { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public bool Disabled { get; init; }

    public bool IsSiteAdministrator { get; init; }

    public int Challenges { get; init; }

    public AdministeredAccount ToRecord() => new(Id, Name, Email, CreatedAt, Disabled, IsSiteAdministrator, Challenges);
}

/// <summary>A challenge of <see cref="AdministeredTables" />.</summary>
internal sealed class AdministeredChallengeRow
{
    public ChallengeId Id { get; init; }

    public string Name { get; init; } = "";

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public string ZoneId { get; init; } = "";

    public DateTimeOffset? CancelledAt { get; init; }

    public int People { get; init; }

    public AdministeredChallenge ToRecord(ImmutableArray<string> zones) => new(Id, Name, StartsOn, EndsOn, ZoneId, CancelledAt, People, zones);
}

/// <summary>A zone of somebody in a challenge.</summary>
internal sealed class ChallengeZoneRow
{
    public ChallengeId ChallengeId { get; init; }

    public string ZoneId { get; init; } = "";
}
