using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>Who registered first: a table of one row at most, so that the database itself settles every race.</summary>
internal static class FirstPerson
{
    /// <summary>Whether somebody registered.</summary>
    public static Task<bool> ExistsAsync(LedgerSession session) =>
        session.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM first_person)");

    /// <summary>Makes the account the site's administrator if it is the first person; false where another was first.</summary>
    public static async Task<bool> ClaimAsync(LedgerSession session, UserId account)
    {
        var claimed = await session.ExecuteAsync(
            "INSERT INTO first_person (singleton, account_id) VALUES (1, @account) ON CONFLICT (singleton) DO NOTHING",
            new { account });
        return claimed == 1
            && await session.ExecuteAsync("UPDATE accounts SET is_site_administrator = TRUE WHERE id = @account", new { account }) == 1;
    }
}
