using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Figures;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <inheritdoc cref="IUserGrain" />
internal sealed partial class UserGrain(
    IPeopleStore people,
    IChallengeStore challenges,
    ILedgerWriter ledger,
    ParticipationMetrics participation,
    TimeProvider time,
    ILogger<UserGrain> logger) : LedgerGrain, IUserGrain
{
    private static readonly TimeSpan AnnounceAgain = TimeSpan.FromSeconds(5);

    private Person? _person;
    private Announcer? _announcer;
    private IGrainTimer? _retry;

    private UserId Id => new(this.GetPrimaryKeyString());

    private Announcer Announcer => _announcer ??= new Announcer(GrainFactory, logger);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken token)
    {
        _person = await LoadAsync(token);
        if (_person is { Participations.IsEmpty: false })
        {
            // A crash may have come between the last commit and its announcement.
            ScheduleAnnouncement(TimeSpan.Zero);
        }
    }

    /// <inheritdoc />
    public async Task ReloadAsync()
    {
        _person = await OrForgetAsync(() => LoadAsync(CancellationToken.None));
        if (_person is { } person)
        {
            await AnnounceAsync(() => Announcer.CalendarAsync(person));
        }
    }

    private async Task<Person?> LoadAsync(CancellationToken token) =>
        await people.LoadAsync(Id, token) is { } record
            ? Person.Of(record, await challenges.LoadForUserAsync(Id, token))
            : null;

    // Never fails: the commit is done, and the person's answer does not wait for a view that is out of order.
    private async Task AnnounceAsync(Func<Task<bool>> announce)
    {
        if (!await announce())
        {
            ScheduleAnnouncement(AnnounceAgain);
        }
    }

    private Task SaveAsync(Person person, Func<Task> save) => OrForgetAsync(async () =>
    {
        try
        {
            await save();
        }
        catch
        {
            // It may be in the ledger all the same: teams and boards read the person anew.
            await Announcer.CalendarAsync(person);
            throw;
        }
    });

    private void ScheduleAnnouncement(TimeSpan due)
    {
        _retry?.Dispose();
        _retry = this.RegisterGrainTimer(AnnounceEverythingAsync, due, Timeout.InfiniteTimeSpan);
    }

    private async Task AnnounceEverythingAsync(CancellationToken token)
    {
        if (_person is { } person && !(await Announcer.ZoneAsync(person) & await Announcer.CalendarAsync(person)))
        {
            ScheduleAnnouncement(AnnounceAgain);
        }
    }
}
