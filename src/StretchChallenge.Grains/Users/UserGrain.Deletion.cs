using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>Deleting the account.</summary>
internal sealed partial class UserGrain
{
    /// <inheritdoc />
    public async Task<Refusal?> DeleteAccountAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (await DeactivateOnFailureAsync(() => accounts.DeleteAsync(
            Id, (record, joined) => SealedTeamDays.Of(record, joined, now), cancellationToken)))
        {
            case AccountDeletionResult.Unknown:
                return AccountRefusals.UnknownPerson;
            case AccountDeletionResult.LastOrganiser:
                return ChallengeRefusals.LastOrganiser;
            case AccountDeletionResult.LastAdministrator:
                return AdministrationRefusals.LastAdministrator;
            case AccountDeletionResult.Deleted deleted:
                (_person, _versions) = (null, []);
                DeactivateOnIdle();
                await TellAsync(deleted);
                return null;
            default:
                throw new InvalidOperationException("An account was deleted with a result that is not known.");
        }
    }

    // What others keep of the person in memory. Boards and teams follow their challenge's feed; the hint makes them look at once.
    private async Task TellAsync(AccountDeletionResult.Deleted deleted)
    {
        foreach (var challenge in deleted.Challenges)
        {
            await TryTellAsync(() => GrainFactory.GetGrain<IChallengeGrain>(challenge.Value).AccountDeletedAsync());
            StandingsOf(challenge).ChangedAsync().Ignore();
        }

        foreach (var (session, withChallenge) in deleted.Sessions)
        {
            var grain = GrainFactory.GetGrain<ISessionGrain>(session.Value);
            await TryTellAsync(() => withChallenge ? grain.ChallengeDeletedAsync() : grain.AccountDeletedAsync(Id.Value));
        }
    }

    private async Task TryTellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception exception)
        {
            // The rows are gone: the grain forgets the person when its activation ends, at the latest.
            LogNotTold(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A grain could not be told that an account was deleted.")]
    private partial void LogNotTold(Exception exception);
}

/// <summary>What remains of a person in their teams' days once their own days are deleted.</summary>
internal static class SealedTeamDays
{
    /// <summary>The days of all teams of these challenges that the person was ever in, as of an instant.</summary>
    public static ImmutableArray<SealedTeamDay> Of(PersonRecord person, ImmutableArray<ChallengeRecord> challenges, DateTimeOffset now) =>
        [.. challenges.SelectMany(challenge => Of(person, challenge, now))];

    private static IEnumerable<SealedTeamDay> Of(PersonRecord person, ChallengeRecord challenge, DateTimeOffset now)
    {
        // Purged days are sealed already.
        if (person.ResultIn(challenge.Id) is not null
            || Participation.Of(person, person.ToTimeline(), challenge) is not { } participation)
        {
            return [];
        }

        var calendar = participation.Calendar;
        var today = challenge.CancelledAt is { } cancelled ? challenge.DateAt(cancelled).AddDays(1) : challenge.DateAt(now);
        return
        from team in person.Memberships.Where(membership => membership.ChallengeId == challenge.Id).GroupBy(membership => membership.TeamId)
        let member = new TeamMember(person.Id, [.. team.Select(membership => membership.Days())], calendar, participation.Ledger)
        from day in SealedDays.Of(calendar.Challenge, member, today).Counts
        select new SealedTeamDay(team.Key, day.Key, day.Value.Done, day.Value.Due);
    }

    /// <summary>The sealed days of one team, for its fold.</summary>
    public static SealedDays ToDomain(this IEnumerable<SealedTeamDay> days) =>
        new(days.ToImmutableDictionary(day => day.Date, day => new TeamCount(day.Done, day.Due)));
}
