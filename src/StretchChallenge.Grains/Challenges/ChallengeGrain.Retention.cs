using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Purging the single days of a challenge that is over for long.</summary>
internal sealed partial class ChallengeGrain
{
    /// <summary>How many people are purged in one transaction.</summary>
    private const int PurgedAtOnce = 100;

    /// <inheritdoc />
    public async Task<bool> PurgeDaysAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var purged = await retention.PurgeAsync(Id, PurgedAtOnce, now, (person, challenge) => KeptOf(person, challenge, now), cancellationToken);
        GrainFactory.GetGrain<IStandingsGrain>(Id.Value).ChangedAsync().Ignore();
        return purged == PurgedAtOnce;
    }

    private static KeptDays KeptOf(PersonRecord person, ChallengeRecord challenge, DateTimeOffset now)
    {
        var participation = Participation.Of(person, person.ToTimeline(), challenge)!;
        var (calendar, ledger) = (participation.Calendar, participation.Ledger);
        var totals = StreakFold.Fold(calendar, ledger, challenge.AsOf(now)).Totals;
        var result = new PersonResult
        {
            ChallengeId = challenge.Id,
            UserId = person.Id,
            Streak = totals.Current,
            Best = totals.Best,
            Freezes = totals.Freezes,
            // What was open when the challenge was cancelled never became due.
            Due = totals.Due - totals.PendingDue,
            Done = totals.DoneDue,
            LeaveDays = totals.LeaveDays,
            StartedOn = new TeamMember(person.Id, [], calendar, ledger).Started,
        };
        return new KeptDays(result, SealedPerson.DaysOf(person, [challenge], now));
    }
}
