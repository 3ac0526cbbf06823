using System.Data.Common;

namespace StretchChallenge.Durability;

/// <summary>A running server on one store, and the people of one challenge on it.</summary>
public abstract class Workplace : StoredServer
{
    /// <summary>How many people check in at once.</summary>
    internal const int People = 200;

    /// <summary>How often the server is killed while they do.</summary>
    internal const int Trials = 10;

    // Where the blow comes too late, a trial takes more than one.
    private const int Volleys = 2 * Trials;

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
        Crowd = await new Recruiting(Api, People, Volleys).RunAsync();
    }

    /// <summary>The next volley.</summary>
    internal Volley NextVolley() => new(Crowd, _volleys++);

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
