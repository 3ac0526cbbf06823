using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <inheritdoc cref="IUserGrain" />
/// <remarks>
/// Does not take part in migration: its state is two queries on the ledger, and a new activation that reads the ledger agrees
/// with it even if the old one was deactivated in the middle of a commit.
/// </remarks>
internal sealed partial class UserGrain(
    IPeopleStore people,
    IChallengeStore challenges,
    ILedgerWriter ledger,
    ParticipationMetrics metrics,
    TimeProvider time,
    ILogger<UserGrain> logger) : LedgerGrain, IUserGrain
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private Person? _person;
    private CommitNotifier? _notifier;
    private IGrainTimer? _retry;

    private UserId Id => new(this.GetPrimaryKeyString());

    private CommitNotifier Notifier => _notifier ??= new CommitNotifier(GrainFactory, logger);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _person = await LoadAsync(cancellationToken);
        if (_person is { Participations.IsEmpty: false })
        {
            // The process may have ended between the last commit and its notification.
            ScheduleNotification(TimeSpan.Zero);
        }
    }

    /// <inheritdoc />
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        _person = await DeactivateOnFailureAsync(() => LoadAsync(cancellationToken));
        if (_person is { } person)
        {
            // A zone chosen while the person joined a challenge was not sent to it.
            await NotifyAsync(() => NotifyOfPersonAsync(person));
        }
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken) =>
        await people.LoadAsync(Id, cancellationToken) is { } record
            ? Person.Of(record, await challenges.LoadForUserAsync(Id, cancellationToken))
            : null;

    // Does not throw, because the commit is done: a grain that could not be notified is notified again later.
    private async Task NotifyAsync(Func<Task<bool>> notify)
    {
        if (!await notify())
        {
            ScheduleNotification(RetryDelay);
        }
    }

    private async Task<bool> NotifyOfPersonAsync(Person person) =>
        await Notifier.ZoneChosenAsync(person) & await Notifier.PersonChangedAsync(person);

    private Task SaveAsync(Person person, Func<Task> save) => DeactivateOnFailureAsync(save, () => Notifier.PersonChangedAsync(person));

    private void ScheduleNotification(TimeSpan due)
    {
        _retry?.Dispose();
        _retry = this.RegisterGrainTimer(RetryNotificationsAsync, due, Timeout.InfiniteTimeSpan);
    }

    private async Task RetryNotificationsAsync(CancellationToken cancellationToken)
    {
        if (_person is { } person && !await NotifyOfPersonAsync(person))
        {
            ScheduleNotification(RetryDelay);
        }
    }
}
