using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Corrections, cancelling, and the next season.</summary>
internal sealed partial class ChallengeGrain
{
    /// <inheritdoc />
    public async Task<Refusal?> CorrectAsync(CorrectDay command, CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        if (RefuseCorrecting(command.OrganiserId) is { } refusal)
        {
            return refusal;
        }

        // Somebody who has left can be corrected too: their days count for the team as long as they were in it.
        if (!_roster.People.ContainsKey(new UserId(command.UserId)) || await LoadPersonAsync(command.UserId, cancellationToken) is not { } person)
        {
            return ChallengeRefusals.UnknownMember;
        }

        var now = time.GetUtcNow();
        var participation = person.Participations.Single(one => one.Challenge.Id == Id);
        if (!DayCorrection.IsPossible(participation.Calendar, command.Date, now))
        {
            return ChallengeRefusals.DayNotCorrectable;
        }

        var correction = new CorrectionRecord(Id, person.Record.Id, command.Date, command.Done, command.Reason, now);
        var detail = new { date = command.Date, done = command.Done, reason = command.Reason };
        return await CommitCorrectionAsync(
            () => results.CorrectAsync(correction, AuditOf("dayCorrected", command.OrganiserId, detail, command.UserId)))
            ? null
            : ChallengeRefusals.UnknownMember;
    }

    /// <inheritdoc />
    public async Task<Refusal?> WithdrawCorrectionAsync(WithdrawCorrection command, CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        if (RefuseCorrecting(command.OrganiserId) is { } refusal)
        {
            return refusal;
        }

        var person = new UserId(command.UserId);
        var entry = AuditOf("correctionWithdrawn", command.OrganiserId, new { date = command.Date }, command.UserId);
        return await CommitCorrectionAsync(() => results.WithdrawCorrectionAsync(Id, person, command.Date, entry))
            ? null
            : ChallengeRefusals.UnknownCorrection;
    }

    private async Task<bool> CommitCorrectionAsync(Func<Task<bool>> save)
    {
        var isSaved = false;
        await CommitAsync(async () => isSaved = await save());
        return isSaved;
    }

    /// <inheritdoc />
    public async Task<Refusal?> CancelAsync(string userId, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(userId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        ImmutableArray<SessionId> breaks = [];
        await CommitAsync(async () =>
        {
            breaks = await results.CancelAsync(Id, now, AuditOf("challengeCancelled", userId, new { }));
            _challenge = _challenge! with { CancelledAt = now };
        });
        foreach (var session in breaks)
        {
            await CallOffAsync(session, userId);
        }

        return null;
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeCreated>> CopyAsync(CopyChallenge command, CancellationToken cancellationToken)
    {
        if (_challenge is not null)
        {
            return ChallengeRefusals.ChallengeExists;
        }

        var earlier = new ChallengeId(command.Follows);
        var role = await GrainFactory.GetGrain<IChallengeGrain>(earlier.Value).GetRoleAsync(command.OrganiserId, cancellationToken);
        if (role is null || await challenges.LoadAsync(earlier, cancellationToken) is not { } source)
        {
            return ChallengeRefusals.UnknownChallenge;
        }

        if (role != ChallengeRole.Organiser)
        {
            return ChallengeRefusals.OrganisersOnly;
        }

        if (await LoadPersonAsync(command.OrganiserId, cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        if (RefuseStart(command.StartsOn, TimeZones.Find(source.ZoneId)) is { } refusal)
        {
            return refusal;
        }

        return await SaveCopyAsync(CopyOf(source, command), person, await challenges.LoadTeamsAsync(earlier, cancellationToken));
    }

    private async Task<ChallengeCreated> SaveCopyAsync(ChallengeRecord copy, Person organiser, ImmutableArray<TeamRecord> teams)
    {
        ImmutableArray<TeamRecord> own = [.. teams.Select(team => team with { Id = new TeamId(Identifier.Next()), ChallengeId = Id })];
        var now = copy.CreatedAt;
        var enrolment = new EnrolmentRecord(Id, organiser.Record.Id, ChallengeRole.Organiser, organiser.Zone.DateAt(now), []);
        var entry = AuditOf("challengeCopied", organiser.Record.Id.Value, new { challenge = Id.Value }) with { ChallengeId = copy.Follows };
        await CommitAsync(async () =>
        {
            while (!await results.CopyAsync(copy, enrolment, own, entry))
            {
                copy = copy with { Code = InvitationCode.Next() };
            }

            _challenge = copy;
            _roster = own.Aggregate(_roster.With(enrolment, []), (roster, team) => roster.With(team));
        });
        return new ChallengeCreated(copy.Id.Value, copy.Code);
    }

    // Of the holidays only those that lie in the new eight weeks: the others are past.
    private ChallengeRecord CopyOf(ChallengeRecord source, CopyChallenge command)
    {
        var endsOn = ChallengeSchedule.EndFor(command.StartsOn);
        return source with
        {
            Id = Id,
            Name = command.Name,
            Code = InvitationCode.Next(),
            StartsOn = command.StartsOn,
            EndsOn = endsOn,
            Holidays = [.. source.Holidays.Where(date => date >= command.StartsOn && date <= endsOn)],
            IsDemo = false,
            CreatedAt = time.GetUtcNow(),
            CancelledAt = null,
            Follows = source.Id,
        };
    }

    private Refusal? RefuseCorrecting(string userId) => _roster.RoleOf(userId) switch
    {
        null => ChallengeRefusals.UnknownChallenge,
        not ChallengeRole.Organiser => ChallengeRefusals.OrganisersOnly,
        _ => StateOf(_challenge!) switch
        {
            ChallengeState.Running or ChallengeState.Closed => null,
            ChallengeState.Final => ChallengeRefusals.ResultsFinal,
            ChallengeState.Cancelled => ChallengeRefusals.ChallengeOver,
            _ => ChallengeRefusals.ChallengeNotStarted,
        },
    };

    private async Task CallOffAsync(SessionId session, string organiser)
    {
        try
        {
            await GrainFactory.GetGrain<ISessionGrain>(session.Value).CallOffAsync(organiser, ChallengeRole.Organiser);
        }
        catch (Exception exception)
        {
            // The challenge is cancelled all the same; nothing done in this break counts in it.
            LogSessionNotCalledOff(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session of a cancelled challenge could not be called off.")]
    private partial void LogSessionNotCalledOff(Exception exception);
}
