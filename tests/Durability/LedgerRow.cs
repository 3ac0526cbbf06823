using System.Data.Common;
using Dapper;

namespace StretchChallenge.Durability;

/// <summary>What the database holds of one person.</summary>
/// <param name="Id">The account.</param>
/// <param name="Credits">Days credited: a volley begins with none.</param>
/// <param name="Completions">Routines done, in all volleys.</param>
/// <param name="Commands">Check-ins taken, in all volleys.</param>
/// <param name="OfVolley">Those of one volley.</param>
internal sealed record LedgerRow(string Id, long Credits, long Completions, long Commands, long OfVolley)
{
    private const string Everybody =
        """
        SELECT a.id AS Id,
            (SELECT COUNT(*) FROM credits c WHERE c.user_id = a.id) AS Credits,
            (SELECT COUNT(*) FROM completions d WHERE d.user_id = a.id) AS Completions,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id) AS Commands,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id AND m.command_id = @command) AS OfVolley
        FROM accounts a
        """;

    /// <summary>Reads everybody's, by id, with SQL: whatever the server says.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="command">The volley's.</param>
    public static async Task<IReadOnlyDictionary<string, LedgerRow>> ReadAsync(DbConnection connection, string command) =>
        (await connection.QueryAsync<LedgerRow>(Everybody, new { command })).ToDictionary(row => row.Id);
}
