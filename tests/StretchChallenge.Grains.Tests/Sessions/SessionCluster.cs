using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders;
using Orleans.TestingHost;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>Silos on one SQLite database, whose grains and reminders go by one clock that the test moves.</summary>
internal sealed class SessionCluster : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly TestDatabase _database;
    private readonly short _silos;
    private InProcessTestCluster? _cluster;

    private SessionCluster(TestDatabase database, short silos) => (_database, _silos) = (database, silos);

    public WatchedClock Clock { get; } = new();

    public IReadOnlyList<IGrainFactory> Nodes =>
        [.. Cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<IGrainFactory>())];

    public IReminderTable Reminders => Get<IReminderTable>();

    private InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("The silos do not run.");

    public static async Task<SessionCluster> StartAsync(short silos = 1)
    {
        var cluster = new SessionCluster(await TestDatabase.CreateAsync(null), silos);
        await cluster.StartAsync();
        return cluster;
    }

    public T Get<T>()
        where T : notnull => Cluster.Silos[0].ServiceProvider.GetRequiredService<T>();

    public ISessionGrain Session(string id, int node = 0) => Nodes[node].GetGrain<ISessionGrain>(id);

    /// <summary>A break of one minute that is planned to start after a while; without one, its lobby opens now.</summary>
    public async Task<(string Id, DateTimeOffset Now)> CreateAsync(TimeSpan? startsIn)
    {
        var (id, now) = (Guid.NewGuid().ToString("N"), Clock.GetUtcNow());
        var account = new AccountRecord(new UserId(id), null, null, "Ana", Workplace.Berlin, true, null, "", "", null, 0, false, AccountKind.Person, now);
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        await Nodes[0].GetGrain<IChallengeGrain>(id).CreateAsync(new CreateChallenge(
            id, "Spring", DateOnly.FromDateTime(now.UtcDateTime), Workplace.Berlin, ["Mon"], [], 70));
        (await Session(id).CreateAsync(new CreateSession(id, id, "workplace", [60_000], now + startsIn))).Answer();
        return (id, now);
    }

    public Task<ReminderEntry?> ReminderOfAsync(string id) => Reminders.ReadRow(Session(id).GetGrainId(), "session");

    /// <summary>Calls the grain as the reminder service does.</summary>
    public Task RemindAsync(string id) => Session(id).AsReference<IRemindable>().ReceiveReminder("session", default);

    public Task DeactivateAsync(string id) => Cluster.DeactivateAsync(Session(id));

    /// <summary>Waits until somebody has called the grain; no call is made for it.</summary>
    public Task UntilAwakeAsync(string id) =>
        UntilAsync(() => Task.FromResult(Cluster.TryGetGrainContext(Session(id).GetGrainId(), out _)));

    /// <summary>Waits until the break has done something, and returns all that it has done.</summary>
    public async Task<SessionEvent[]> UntilMovedAsync(string id)
    {
        await UntilAsync(async () => (await LoadAsync(id)).Events.Length > 0);
        return [.. (await LoadAsync(id)).Events];
    }

    public Task UntilSettledAsync(string id) => UntilAsync(async () => (await LoadAsync(id)).Session.SettledAt is not null);

    public async Task<StoredSession> LoadAsync(string id) => (await Get<ISessionStore>().LoadAsync(new SessionId(id)))!;

    /// <summary>Stops all silos and starts others on the same database.</summary>
    public async Task RestartAsync()
    {
        await Cluster.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private async Task StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(_silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration.AddInMemoryCollection(_database.Settings);
            host.Services.AddSingleton<TimeProvider>(Clock);
            host.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
            host.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Clock);
            host.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Clock);
            host.Services.AddLedgerStorage(host.Configuration);
            host.UseOrleans(silo => silo.UseLedgerReminders());
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!await isSo())
        {
            bound.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A clock that tells once somebody waits for an instant, so that a test moves it there only then.</summary>
    internal sealed class WatchedClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
    {
        private readonly ConcurrentDictionary<DateTimeOffset, bool> _awaited = [];

        public Task UntilAwaitedAsync(DateTimeOffset instant) => UntilAsync(() => Task.FromResult(_awaited.ContainsKey(instant)));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new WatchedTimer(this, base.CreateTimer(callback, state, dueTime, period));
            Note(dueTime);
            return timer;
        }

        private void Note(TimeSpan dueTime)
        {
            if (dueTime > TimeSpan.Zero)
            {
                _awaited[GetUtcNow() + dueTime] = true;
            }
        }

        private sealed class WatchedTimer(WatchedClock clock, ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                var isChanged = timer.Change(dueTime, period);
                clock.Note(dueTime);
                return isChanged;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
