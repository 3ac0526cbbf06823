using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Administration;

/// <summary>People and challenges in the form that administrators page through.</summary>
internal static class AdministeredTables
{
    private static readonly string _account =
        $"""
        SELECT a.id, a.display_name AS name, a.email, a.created_at, a.disabled, a.is_site_administrator,
            (SELECT COUNT(*) FROM enrolments e JOIN challenges c ON c.id = e.challenge_id
             WHERE e.user_id = a.id AND c.is_demo = FALSE AND {EnrolmentTables.IsPresent("e")}) AS challenges
        FROM accounts a
        """;

    /// <summary>Returns one person; null when there is no such person.</summary>
    public static Task<AdministeredAccountRow?> FindAccountAsync(LedgerSession session, UserId user) =>
        session.FindAsync<AdministeredAccountRow>(
            $"{_account} WHERE a.id = @user AND a.kind = 'Person'", new { user });

    /// <summary>Returns the people who come after one in the list, the newest first.</summary>
    public static Task<ImmutableArray<AdministeredAccountRow>> LoadAccountsAsync(
        LedgerSession session, SearchPattern search, DateTimeOffset at, string id, int most) =>
        session.QueryAsync<AdministeredAccountRow>(
            $"""
            {_account}
            WHERE a.kind = 'Person' AND (a.created_at, a.id) < (@at, @id){search.In("a.display_name", "a.email")}
            ORDER BY a.created_at DESC, a.id DESC LIMIT @most
            """,
            new { at, id, most, search.Lower, search.Upper });

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
                (SELECT COUNT(*) FROM enrolments e WHERE e.challenge_id = c.id AND {EnrolmentTables.IsPresent("e")}) AS people
            FROM challenges c
            WHERE c.is_demo = FALSE AND (c.starts_on, c.id) < (@on, @id){search.In("c.name")}
            ORDER BY c.starts_on DESC, c.id DESC LIMIT @most
            """,
            new { on, id, most, search.Lower, search.Upper });
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
