using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace StretchChallenge.Durability;

/// <summary>A running server on one store, and the people of one challenge on it.</summary>
public abstract class Workplace : StoredServer
{
    /// <summary>How many people check in at once.</summary>
    internal const int People = 200;

    /// <summary>How often the server is killed while they do.</summary>
    internal const int Trials = 10;

    private int _volleys;

    /// <inheritdoc />
    protected Workplace(bool onPostgreSql)
        : base(onPostgreSql)
    {
        // A commit for each check-in: the blow falls between two of them.
        Set("Ledger:MaxBatch", "1");
        Set("RateLimits:Address:Burst", "100000");
    }

    /// <summary>Everybody.</summary>
    internal Crowd Crowd { get; private set; } = new("", []);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Crowd = await new CrowdSetup(Api, People).RunAsync();
    }

    /// <summary>The next volley.</summary>
    internal async Task<CheckInBatch> NextVolleyAsync() => new(Crowd, _volleys++, await Crowd.StartRunsAsync(Api));

    /// <summary>Takes back whatever was done today, so that a volley begins with an empty day.</summary>
    internal async Task ClearDayAsync() => await Crowd.ClearDayAsync(Api, await ReadLedgerAsync(""));

    /// <summary>What the database holds of each person, by SQL, whatever the server says.</summary>
    internal async Task<IReadOnlyDictionary<string, LedgerRow>> ReadLedgerAsync(string command)
    {
        await using var connection = Connect(ConnectionString);
        return await LedgerRow.ReadAsync(connection, command);
    }

    /// <summary>The store's own client.</summary>
    protected abstract DbConnection Connect(string connectionString);
}

/// <summary>A workplace with the embedded database.</summary>
public sealed class SqliteWorkplace() : Workplace(onPostgreSql: false)
{
    protected override DbConnection Connect(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        return new SqliteConnection($"{connectionString};Pooling=False");
    }
}

/// <summary>A workplace with PostgreSQL.</summary>
public sealed class PostgreSqlWorkplace() : Workplace(onPostgreSql: true)
{
    protected override DbConnection Connect(string connectionString) => new NpgsqlConnection($"{connectionString};Pooling=False");
}

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
