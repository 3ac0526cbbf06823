using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Safety;
using StretchChallenge.Server.SelfTests;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Server.Accounts.Export;

/// <summary>Puts together what is stored about a person.</summary>
internal sealed class PersonalDataReader(
    IAccountStore accounts,
    IPeopleStore people,
    IChallengeStore challenges,
    IPersonalDataStore records,
    SafetyAnswers safety,
    SelfTestResults selfTests,
    IGrainFactory grains,
    TimeProvider time)
{
    /// <summary>Returns it; null when there is no such account.</summary>
    public async Task<PersonalData?> ReadAsync(UserId user, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(user, cancellationToken) is not { } account
            || await people.LoadAsync(user, cancellationToken) is not { } person)
        {
            return null;
        }

        var (results, unreadable) = await selfTests.LoadAsync(user, cancellationToken);
        return new PersonalData(
            time.GetUtcNow(),
            new PersonalAccount(user.Value, account.Email, account.DisplayName, account.ShowName, Roles.Of(account), account.CreatedAt),
            [
                new PersonalTimeZone(account.CreatedAt, person.ZoneId),
                .. person.ZoneChanges.Select(change => new PersonalTimeZone(change.EffectiveAt, change.ZoneId)),
            ],
            [.. person.WorkPatterns.Select(pattern => new PersonalWorkPattern(pattern.From, pattern.WorkDays.Names))],
            [.. person.TimeOff.Select(off => new TimeOff(off.Id, off.From, off.To))],
            await ReadChallengesAsync(person, cancellationToken),
            [.. person.Credits.Select(credit => new PersonalDay(credit.Date, credit.Kind, credit.RecordedAt))],
            await records.LoadAsync(user, cancellationToken),
            await safety.FindAsync(user, cancellationToken),
            results,
            unreadable.Length);
    }

    private async Task<ImmutableArray<PersonalChallenge>> ReadChallengesAsync(PersonRecord person, CancellationToken cancellationToken)
    {
        var joined = ImmutableArray.CreateBuilder<PersonalChallenge>();
        foreach (var challenge in await challenges.LoadForUserAsync(person.Id, cancellationToken))
        {
            var enrolment = person.Enrolments.First(enrolment => enrolment.ChallengeId == challenge.Id);
            var progress = await grains.GetGrain<IUserGrain>(person.Id.Value).GetEarlierProgressAsync(challenge.Id.Value, cancellationToken);
            joined.Add(new PersonalChallenge(
                challenge.Id.Value,
                challenge.Name,
                challenge.StartsOn,
                challenge.EndsOn,
                EnumNames.Of(enrolment.Role),
                enrolment.JoinedOn,
                [.. enrolment.Absences.Select(away => new PersonalAbsence(away.From, away.To == DateOnly.MaxValue ? null : away.To))],
                await ReadTeamsAsync(person, challenge.Id, cancellationToken),
                progress.IsRefused(out _, out var days) ? null : days));
        }

        return joined.ToImmutable();
    }

    // One by one, because closed teams are in no list of the challenge's.
    private async Task<ImmutableArray<PersonalTeam>> ReadTeamsAsync(PersonRecord person, ChallengeId challenge, CancellationToken cancellationToken)
    {
        var teams = ImmutableArray.CreateBuilder<PersonalTeam>();
        foreach (var membership in person.Memberships.Where(membership => membership.ChallengeId == challenge))
        {
            var team = await challenges.FindTeamAsync(membership.TeamId, cancellationToken);
            teams.Add(new PersonalTeam(membership.TeamId.Value, team?.Name ?? "", membership.From, membership.To));
        }

        return teams.ToImmutable();
    }
}
