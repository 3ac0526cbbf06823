using StretchChallenge.Testing.Databases;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>The server under load: SQLite, on a free port of the loopback address, with room for everybody at one address.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private LiveServer(TestDatabase database, ServerProcess process, Host host)
    {
        _database = database;
        Process = process;
        Host = host;
    }

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>Who opens rooms on it.</summary>
    public Host Host { get; }

    /// <summary>Starts it.</summary>
    public static async Task<LiveServer> StartAsync()
    {
        var database = await TestDatabase.CreateAsync(null);
        var process = await ServerProcess.StartAsync(new Dictionary<string, string?>(database.Settings)
        {
            ["RateLimits:Address:Burst"] = "100000",
            ["RateLimits:HubCalls:Burst"] = "100000",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        });
        var host = new Host(process.Address);
        await host.SettleAsync();
        return new LiveServer(database, process, host);
    }

    /// <summary>Opens a room with so many guests.</summary>
    public Task<Room> OpenRoomAsync(string routine, int guests) => Room.OpenAsync(Host, [Process.Address], routine, guests);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Process.DisposeAsync();
        await _database.DisposeAsync();
    }
}
