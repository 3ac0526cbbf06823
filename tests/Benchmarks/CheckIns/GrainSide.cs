using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StretchChallenge.Benchmarks.Hosting;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>The program under load: grains on a real store, every board of the challenge watched live.</summary>
internal sealed class GrainSide : IAsyncDisposable
{
    /// <summary>How many people check in at the same time.</summary>
    public const int Callers = 256;

    private const int PlannedSeconds = 300;

    private readonly ShiftedClock _clock = new(Company.Morning);
    private readonly GroupSizes _groups = new();
    private readonly BoardWatcher _watcher = new();
    private readonly Company _company;
    private readonly IHost _host;
    private int _days;

    private GrainSide(TestDatabase database, Company company)
    {
        _company = company;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddLedgerStorage(builder.Configuration);
        builder.AddGrains();
        _host = builder.Build();
    }

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    private IStandingsGrain Standings => Grains.GetGrain<IStandingsGrain>(_company.Challenge.Value);

    /// <summary>Starts the program on an empty database, with everybody of the company in it.</summary>
    public static async Task<GrainSide> StartAsync(TestDatabase database, Company company)
    {
        var side = new GrainSide(database, company);
        await side._host.StartAsync();
        await side._host.Services.GetRequiredService<IDemoStore>().ReplaceAsync(company.ToSeed());
        return side;
    }

    /// <summary>Has everybody check in once, on the next day.</summary>
    public async Task CheckInAllAsync()
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var person = Interlocked.Increment(ref next); person < Company.Size; person = Interlocked.Increment(ref next))
            {
                await CheckInAsync(_company.People[person]);
            }
        })));
        _days++;
    }

    /// <summary>How many check-ins shared a transaction, in the mean, since this was asked last.</summary>
    public double TakeGroupSize() => _groups.TakeMean();

    /// <summary>Lets the night pass. The boards are read in it, and so have nothing left to do for the day before.</summary>
    public async Task SleepAsync()
    {
        _clock.NextDay();
        await WatchAsync();
        await Standings.GetBoardAsync(BoardKind.TeamStreak, Company.Size, null);
    }

    /// <summary>Everybody is known, and nothing is left to be done from the start.</summary>
    public async Task SettleAsync()
    {
        foreach (var person in _company.People)
        {
            await Grains.GetGrain<IUserGrain>(person.Value).GetSettingsAsync();
        }
    }

    /// <summary>Makes sure that every check-in counts on the boards and was pushed to the watcher.</summary>
    public async Task CheckAsync()
    {
        var streak = Company.StreakAfter(_days);
        var people = await Standings.GetBoardAsync(BoardKind.PersonStreak, Company.Size, null);
        var teams = await Standings.GetBoardAsync(BoardKind.TeamStreak, Company.Size, null);
        if (people.Rows.Length != Company.Size || people.Rows.Any(row => row.Streak != streak)
            || teams.Rows.Length != Company.Size / Company.TeamSize || teams.Rows.Any(row => row.Streak != streak)
            || _watcher.Changes == 0)
        {
            throw new InvalidOperationException("Check-ins are missing on the boards.");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _groups.Dispose();
    }

    private async Task CheckInAsync(UserId person)
    {
        var now = _clock.GetUtcNow();
        var run = Guid.CreateVersion7(now).ToString("N");
        var command = new GuidedCheckIn(
            Guid.NewGuid().ToString(), CheckInRows.Fingerprint, run, "workplace", "desk", now.AddSeconds(-PlannedSeconds), PlannedSeconds, 0);
        var outcome = await Grains.GetGrain<IUserGrain>(person.Value).CheckInAsync(command);
        if (outcome.Value is not { Credited: true })
        {
            throw new InvalidOperationException($"A check-in was not credited: {outcome.Refusal?.Detail}");
        }
    }

    private async Task WatchAsync() => await Standings.WatchAsync(
        _watcher.ReferenceFrom(Grains), [.. BoardKinds.All.Select(board => new BoardWatch(board, ""))], anew: false);
}

/// <summary>How many check-ins the ledger's writer puts into a transaction, from its own meter.</summary>
internal sealed class GroupSizes : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _entries;
    private long _transactions;

    /// <summary>Begins to listen.</summary>
    public GroupSizes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "StretchChallenge.Ledger", Name: "ledger.batch.entries" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, entries, _, _) =>
        {
            Interlocked.Add(ref _entries, entries);
            Interlocked.Increment(ref _transactions);
        });
        _listener.Start();
    }

    /// <summary>The mean since this was asked last.</summary>
    public double TakeMean() => (double)Interlocked.Exchange(ref _entries, 0) / Interlocked.Exchange(ref _transactions, 0);

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}

/// <summary>A server on which somebody looks at the boards.</summary>
internal sealed class BoardWatcher : IStandingsObserver
{
    private IStandingsObserver? _reference;
    private int _changes;

    /// <summary>How many changes arrived.</summary>
    public int Changes => _changes;

    /// <summary>What the boards call it by.</summary>
    public IStandingsObserver ReferenceFrom(IGrainFactory grains) =>
        _reference ??= grains.CreateObjectReference<IStandingsObserver>(this);

    /// <inheritdoc />
    public Task StandingsChangedAsync(StandingsBatch news)
    {
        Interlocked.Add(ref _changes, news.Boards.Length);
        return Task.CompletedTask;
    }
}

/// <summary>A clock that goes as the system's does, on another date: timers and durations are real.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _shift = start - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <summary>Goes to the same time on the next day.</summary>
    public void NextDay() => _shift += TimeSpan.FromDays(1);
}
