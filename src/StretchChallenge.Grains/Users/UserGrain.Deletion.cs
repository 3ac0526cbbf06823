using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Calendars;
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
            Id, (record, joined) => SealedPerson.DaysOf(record, joined, now), cancellationToken)))
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

/// <summary>What remains of a person in the counts of days once their own days are deleted.</summary>
internal static class SealedPerson
{
    private static readonly SealedPersonDays Nothing = new([], []);

    /// <summary>Their days in these challenges as of an instant, by the team that they were in.</summary>
    public static SealedPersonDays DaysOf(PersonRecord person, ImmutableArray<ChallengeRecord> challenges, DateTimeOffset now)
    {
        var all = challenges.Select(challenge => DaysOf(person, challenge, now)).ToArray();
        return new SealedPersonDays([.. all.SelectMany(days => days.OfTeams)], [.. all.SelectMany(days => days.WithoutTeam)]);
    }

    private static SealedPersonDays DaysOf(PersonRecord person, ChallengeRecord challenge, DateTimeOffset now)
    {
        // Purged days are sealed already.
        if (person.ResultIn(challenge.Id) is not null
            || Participation.Of(person, person.ToTimeline(), challenge) is not { } participation)
        {
            return Nothing;
        }

        var calendar = participation.Calendar;
        var today = challenge.CancelledAt is { } cancelled ? challenge.DateAt(cancelled).AddDays(1) : challenge.DateAt(now);
        var ofTeams =
            from team in person.Memberships.Where(membership => membership.ChallengeId == challenge.Id).GroupBy(membership => membership.TeamId)
            from day in CountsOf([.. team.Select(membership => membership.Days())])
            select new SealedTeamDay(team.Key, day.Key, day.Value.Done, day.Value.Due);
        var withoutTeam =
            from day in CountsOf([DateRange.Since(DateOnly.MinValue)])
            where person.Memberships.TeamOn(challenge.Id, day.Key) is null
            select new SealedChallengeDay(challenge.Id, day.Key, day.Value.Done, day.Value.Due);
        return new SealedPersonDays([.. ofTeams], [.. withoutTeam]);

        IEnumerable<KeyValuePair<DateOnly, TeamCount>> CountsOf(ImmutableArray<DateRange> days) =>
            SealedDays.Of(calendar.Challenge, new TeamMember(person.Id, days, calendar, participation.Ledger), today).Counts;
    }

    /// <summary>The sealed days of one team, for its fold.</summary>
    public static SealedDays ToDomain(this IEnumerable<SealedTeamDay> days) =>
        new(days.ToImmutableDictionary(day => day.Date, day => new TeamCount(day.Done, day.Due)));

    /// <summary>The sealed days without a team.</summary>
    public static SealedDays ToDomain(this IEnumerable<SealedChallengeDay> days) =>
        new(days.ToImmutableDictionary(day => day.Date, day => new TeamCount(day.Done, day.Due)));
}
