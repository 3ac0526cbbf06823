using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <inheritdoc cref="IUserGrain" />
/// <remarks>
/// Does not take part in migration: its state is a few queries on the ledger, and a new activation that reads the ledger agrees
/// with it even if the old one was deactivated in the middle of a commit.
/// </remarks>
internal sealed partial class UserGrain(
    IPeopleStore people,
    IChallengeStore challenges,
    ILedgerWriter ledger,
    IAccountDeletion accounts,
    ParticipationMetrics metrics,
    TimeProvider time,
    ILogger<UserGrain> logger) : LedgerGrain, IUserGrain
{
    private Person? _person;
    private ImmutableArray<EnrolmentVersion> _versions = [];

    private UserId Id => new(this.GetPrimaryKeyString());

    // The person with what was changed elsewhere: enrolments, teams and the challenges' settings, by their versions. Null when
    // there is no such account.
    private async Task<Person?> FollowAsync(CancellationToken cancellationToken)
    {
        var versions = await challenges.LoadVersionsAsync(Id, cancellationToken);
        if (_person is null || !versions.SequenceEqual(_versions))
        {
            _person = await LoadAsync(cancellationToken);
            _versions = versions;
        }

        if (_person is null)
        {
            DeactivateOnIdle();
        }

        return _person;
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken) =>
        await people.LoadAsync(Id, cancellationToken) is { } record
            ? Person.Of(record, await challenges.LoadForUserAsync(Id, cancellationToken))
            : null;

    private IStandingsGrain StandingsOf(ChallengeId challenge) => GrainFactory.GetGrain<IStandingsGrain>(challenge.Value);
}
