using System.Collections.Immutable;
using System.Data.Common;
using System.Net;
using System.Text.Json;
using Dapper;
using StretchChallenge.Testing;

namespace StretchChallenge.Durability;

/// <summary>A running server on one store, and the people of one challenge on it.</summary>
public abstract class Workplace : StoredServer
{
    private const string Ledger =
        """
        SELECT a.id AS Id,
            (SELECT COUNT(*) FROM credits c WHERE c.user_id = a.id) AS Credits,
            (SELECT COUNT(*) FROM completions d WHERE d.user_id = a.id) AS Completions,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id) AS Commands,
            (SELECT COUNT(*) FROM commands m WHERE m.user_id = a.id AND m.command_id = @command) AS OfVolley
        FROM accounts a
        """;

    private string _challenge = "";
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
    internal ImmutableArray<Colleague> Colleagues { get; private set; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var recruiting = new Recruiting(Api);
        Colleagues = await recruiting.RunAsync();
        _challenge = recruiting.Challenge;
    }

    /// <summary>The number of the next volley, from 0 on.</summary>
    internal int NextVolley() => _volleys++;

    /// <summary>Takes back whatever was done today, so that a volley begins with an empty day.</summary>
    internal async Task ClearDayAsync()
    {
        var ledger = await ReadLedgerAsync("");
        foreach (var colleague in Colleagues.Where(colleague => ledger[colleague.Id].Credits > 0))
        {
            using var answer = await Api.SendAsync(HttpMethod.Delete, $"/api/check-ins/{NoonZone.Today:O}", colleague.Cookie, null);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    /// <summary>What the database holds of each person, by SQL, whatever the server says.</summary>
    internal async Task<Dictionary<string, LedgerRow>> ReadLedgerAsync(string command)
    {
        await using var connection = Connect(ConnectionString);
        return (await connection.QueryAsync<LedgerRow>(Ledger, new { command })).ToDictionary(row => row.Id);
    }

    /// <summary>The rows of a board, by id, as the server shows them.</summary>
    internal async Task<Dictionary<string, JsonElement>> ReadBoardAsync(string board)
    {
        var path = $"/api/challenges/{_challenge}/standings/{board}?top={Colleagues.Length}";
        var snapshot = await Api.GetAsync(path, Colleagues[0].Cookie);
        return snapshot.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);
    }

    /// <summary>The store's own client.</summary>
    protected abstract DbConnection Connect(string connectionString);
}
