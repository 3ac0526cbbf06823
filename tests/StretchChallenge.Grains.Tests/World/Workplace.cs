using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain;
using StretchChallenge.Grains.Tests.Faults;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>
/// A company with its people and challenges, on running grains. Its clock stands in Berlin at 10:00 on Monday,
/// 2 March 2026, until the test moves it.
/// </summary>
internal sealed class Workplace : IAsyncDisposable
{
    public const string Berlin = "Europe/Berlin";

    private static readonly TimeZoneInfo BerlinTime = TimeZoneInfo.FindSystemTimeZoneById(Berlin);

    private readonly TestDatabase _database;
    private readonly TestSilo _silo;
    private readonly List<Colleague> _people = [];
    private readonly List<TestChallenge> _challenges = [];
    private LedgerHost? _ledger;

    private Workplace(TestDatabase database, TestSilo silo) => (_database, _silo) = (database, silo);

    public CorrectableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public FaultPlan Faults { get; } = new();

    /// <summary>Who watches boards in this life of the program.</summary>
    public List<BoardListener> Listeners { get; } = [];

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IReadOnlyList<Colleague> People => _people;

    public IReadOnlyList<TestChallenge> Challenges => _challenges;

    public IGrainFactory Grains => _silo.Grains;

    private LedgerHost Ledger => _ledger ?? throw new InvalidOperationException("The program does not run.");

    /// <summary>Opens on the fixture's silo, with a new database.</summary>
    public static async Task<Workplace> OpenAsync(GrainFixture fixture)
    {
        var work = new Workplace(await TestDatabase.CreateAsync(fixture.Server), fixture.Silo);
        await work.StartAsync();
        return work;
    }

    public T Get<T>()
        where T : notnull => Ledger.Services.GetService<T>() ?? _silo.Services.GetRequiredService<T>();

    /// <summary>Somebody new, whose account's id is their name.</summary>
    public async Task<Colleague> HireAsync(string name, string zone = Berlin, bool showName = true)
    {
        var account = new AccountRecord(
            new UserId(name), null, null, name, zone, showName, null, "", "", null, 0, false, AccountKind.Person, Now);
        await Get<IAccountStore>().CreateAsync(account, mayBeFirst: true);
        var person = new Colleague(this, name);
        _people.Add(person);
        return person;
    }

    /// <summary>Several at once.</summary>
    public async Task<Colleague[]> HireAllAsync(params string[] names)
    {
        var people = new Colleague[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            people[index] = await HireAsync(names[index]);
        }

        return people;
    }

    /// <summary>Changes an account as its owner does.</summary>
    public async Task RenameAsync(Colleague person, string name, bool showName)
    {
        var accounts = Get<IAccountStore>();
        var account = await accounts.FindAsync(new UserId(person.Id));
        await accounts.UpdateAsync(account! with { DisplayName = name, ShowName = showName }, account.ConcurrencyStamp);
    }

    /// <summary>A challenge on Mondays to Fridays in Berlin; without a first day it starts today.</summary>
    public async Task<TestChallenge> StartChallengeAsync(
        Colleague organiser, DateOnly? startsOn = null, string zone = Berlin, int threshold = 70, params DateOnly[] holidays)
    {
        var id = Guid.NewGuid().ToString("N");
        var created = await Grains.GetGrain<IChallengeGrain>(id).CreateAsync(new CreateChallenge(
            organiser.Id, "Spring", startsOn ?? Today, zone, ["Mon", "Tue", "Wed", "Thu", "Fri"], [.. holidays], threshold));
        var challenge = new TestChallenge(this, organiser, id, created.Answer().Code);
        _challenges.Add(challenge);
        return challenge;
    }

    /// <summary>Moves the clock to a local time in Berlin.</summary>
    public void GoTo(DateOnly date, string time = "10:00") => Clock.SetUtcNow(At(date, time));

    /// <summary>A local time in Berlin.</summary>
    public static DateTimeOffset At(DateOnly date, string time)
    {
        var local = date.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, BerlinTime.GetUtcOffset(local));
    }

    public void Wait(TimeSpan span) => Clock.Advance(span);

    /// <summary>These people do a routine on each of these days, at 10:00 in Berlin.</summary>
    public async Task CheckInOnAsync(IEnumerable<DateOnly> dates, params Colleague[] people)
    {
        foreach (var date in dates)
        {
            GoTo(date);
            foreach (var person in people)
            {
                await person.CheckInAsync();
            }
        }
    }

    /// <summary>
    /// Lets what is due at this instant happen, and waits for it: timers fire, and a call to each grain returns
    /// after the turns before it.
    /// </summary>
    public async Task SettleAsync()
    {
        await CallEverybodyAsync();
        Clock.Advance(TimeSpan.Zero);
        await CallEverybodyAsync();
    }

    /// <summary>Ends every activation: the next call of each grain reads the ledger anew.</summary>
    public async Task DeactivateEverythingAsync()
    {
        foreach (var grain in await GrainsAsync())
        {
            await DeactivateAsync(grain);
        }
    }

    /// <summary>Ends one activation.</summary>
    public Task DeactivateAsync(IAddressable grain) => _silo.DeactivateAsync(grain);

    /// <summary>Every grain of the people and challenges here.</summary>
    public async Task<IReadOnlyList<IAddressable>> GrainsAsync()
    {
        var grains = new List<IAddressable>(_people.Select(person => person.Grain));
        foreach (var challenge in _challenges)
        {
            grains.AddRange([challenge.Grain, challenge.Standings]);
            var invitation = (await challenge.Grain.GetInvitationAsync()).Answer();
            grains.AddRange(invitation.Teams.Select(team => challenge.TeamGrain(team.Id)));
        }

        return grains;
    }

    /// <summary>Stops the program in good order and starts it again.</summary>
    public async Task RestartAsync()
    {
        await _silo.DisposeAsync();
        await Ledger.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Cuts the program off in whatever it is doing and starts it again.</summary>
    public async Task CrashAndRestartAsync()
    {
        await _silo.KillAsync();
        await Ledger.KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DeactivateAllAsync();
        await Ledger.DisposeAsync();
        await _database.DisposeAsync();
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, BerlinTime).DateTime);

    private async Task StartAsync()
    {
        Listeners.Clear();
        _ledger = await LedgerHost.StartAsync(_database, Clock, Faults);
        await _silo.ServeAsync(_ledger.Services);
    }

    private async Task CallEverybodyAsync()
    {
        foreach (var person in _people)
        {
            await person.Grain.GetSettingsAsync();
        }

        foreach (var challenge in _challenges)
        {
            await challenge.Standings.GetBoardAsync(default, 0, null);
        }
    }
}
