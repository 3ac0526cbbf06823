using System.Collections.Immutable;
using System.Security.Cryptography;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Creating a challenge, and changing its settings and teams.</summary>
internal sealed partial class ChallengeGrain
{
    private const int MaxDaysPast = 7;
    private const int MaxDaysAhead = 366;

    /// <inheritdoc />
    public async Task<Outcome<ChallengeCreated>> CreateAsync(CreateChallenge command, CancellationToken cancellationToken)
    {
        if (_challenge is not null)
        {
            return ChallengeRefusals.ChallengeExists;
        }

        if (await LoadPersonAsync(command.UserId, cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        if (!TimeZones.TryFind(command.TimeZone, out var zone))
        {
            return FieldRefusals.UnknownZone("timeZone");
        }

        if (!WorkDays.TryParse(command.WorkDays, out var workDays))
        {
            return FieldRefusals.UnknownWorkDays("workDays");
        }

        if (RefuseStart(command.StartsOn, zone) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var enrolment = new EnrolmentRecord(Id, person.Record.Id, ChallengeRole.Organiser, person.Zone.DateAt(now), []);
        var challenge = NewChallenge(command, workDays, now);
        await CommitAsync(async () =>
        {
            while (!await challenges.CreateAsync(challenge, enrolment))
            {
                challenge = challenge with { Code = InvitationCode.Next() };
            }

            _challenge = challenge;
            _roster = _roster.With(enrolment, []);
        });
        return new ChallengeCreated(challenge.Id.Value, challenge.Code);
    }

    /// <inheritdoc />
    public async Task<Outcome<TeamCreated>> AddTeamAsync(string userId, string name, CancellationToken cancellationToken)
    {
        await FollowZonesAsync(cancellationToken);
        if (_challenge is not { } challenge || _roster.RoleOf(userId) is not { } role)
        {
            return ChallengeRefusals.UnknownChallenge;
        }

        if (challenge.OrganisersMakeTeams && role != ChallengeRole.Organiser)
        {
            return ChallengeRefusals.OrganisersOnly;
        }

        if (IsOver(challenge))
        {
            return ChallengeRefusals.ChallengeOver;
        }

        if (_roster.OpenTeams.Count() >= MaxTeams)
        {
            return ChallengeRefusals.TooManyTeams(MaxTeams);
        }

        if (_roster.HasTeamLike(name))
        {
            return ChallengeRefusals.TeamExists;
        }

        var team = NewTeam(_roster, name);
        var isNew = false;
        await CommitAsync(async () =>
        {
            isNew = await challenges.AddTeamAsync(team);
            _roster = isNew ? _roster.With(team) : _roster;
        });
        return isNew ? new TeamCreated(team.Id.Value) : ChallengeRefusals.TeamExists;
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> ChangeSettingsAsync(ChangeChallenge command, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(command.OrganiserId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (RefuseOvertaken(_challenge!, command) is { } overtaken)
        {
            return overtaken;
        }

        if (WithCalendar(_challenge!, command).IsRefused(out refusal, out var challenge))
        {
            return refusal;
        }

        WorkHours hours = default;
        if (command.WorkHours is { } wanted && !WorkHours.TryParse(wanted.From, wanted.To, out hours))
        {
            return FieldRefusals.ImpossibleHours("workHours");
        }

        var changed = challenge with
        {
            Name = command.Name ?? challenge.Name,
            Holidays = command.Holidays is { } holidays ? MergedHolidays(challenge, command, holidays) : challenge.Holidays,
            TeamThreshold = command.TeamThreshold ?? challenge.TeamThreshold,
            OrganisersMakeTeams = command.OrganisersMakeTeams ?? challenge.OrganisersMakeTeams,
            Planning = command.Planning ?? challenge.Planning,
            WorkHours = command.WorkHours is null ? challenge.WorkHours : hours,
        };
        await CommitAsync(async () =>
        {
            await challenges.SaveSettingsAsync(changed, AuditOf("settingsChanged", command.OrganiserId, new { fields = command.ChangedFields }));
            _challenge = changed;
        });
        return ViewFor(command.OrganiserId);
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> RenewCodeAsync(string userId, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(userId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        string code;
        do
        {
            code = InvitationCode.Next();
        }
        while (!await DeactivateOnFailureAsync(() => challenges.RenewCodeAsync(Id, code)));

        _challenge = _challenge! with { Code = code };
        return ViewFor(userId);
    }

    /// <inheritdoc />
    public async Task<Refusal?> DeleteAsync(string userId, CancellationToken cancellationToken)
    {
        if (await RefuseUnlessOrganiserAsync(userId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (StateOf(_challenge!) != ChallengeState.Open)
        {
            return ChallengeRefusals.ChallengeStarted;
        }

        ImmutableArray<SessionId> sessions = [];
        await CommitAsync(async () =>
        {
            sessions = await challenges.DeleteAsync(Id);
            (_challenge, _roster) = (null, Roster.Empty);
        });
        foreach (var session in sessions)
        {
            await EndSessionAsync(session);
        }

        return null;
    }

    // First day, zone and work days decide which days of everybody were due, so they are fixed from the start on.
    private Outcome<ChallengeRecord> WithCalendar(ChallengeRecord challenge, ChangeChallenge command)
    {
        if (!command.ChangesCalendar)
        {
            return challenge;
        }

        if (StateOf(challenge) != ChallengeState.Open)
        {
            return ChallengeRefusals.ChallengeStarted;
        }

        if (!TimeZones.TryFind(command.TimeZone ?? challenge.ZoneId, out var zone))
        {
            return FieldRefusals.UnknownZone("timeZone");
        }

        var workDays = challenge.WorkDays;
        if (command.WorkDays is { } names && !WorkDays.TryParse(names, out workDays))
        {
            return FieldRefusals.UnknownWorkDays("workDays");
        }

        var startsOn = command.StartsOn ?? challenge.StartsOn;
        return RefuseStart(startsOn, zone) is { } refusal
            ? refusal
            : challenge with { StartsOn = startsOn, EndsOn = ChallengeSchedule.EndFor(startsOn), ZoneId = zone.Id, WorkDays = workDays };
    }

    private Refusal? RefuseStart(DateOnly startsOn, TimeZoneInfo zone)
    {
        var today = ZoneTimeline.Fixed(zone).DateAt(time.GetUtcNow());
        return startsOn < today.AddDays(-MaxDaysPast) ? ChallengeRefusals.StartsTooEarly(MaxDaysPast)
            : startsOn > today.AddDays(MaxDaysAhead) ? ChallengeRefusals.StartsTooLate("startsOn")
            : null;
    }

    private ChallengeRecord NewChallenge(CreateChallenge command, WorkDays workDays, DateTimeOffset now) => new(
        Id,
        command.Name,
        InvitationCode.Next(),
        command.StartsOn,
        ChallengeSchedule.EndFor(command.StartsOn),
        command.TimeZone,
        workDays,
        [.. command.Holidays],
        command.TeamThreshold,
        OrganisersMakeTeams: false,
        IsDemo: false,
        now);

    private async Task<Refusal?> RefuseUnlessOrganiserAsync(string userId, CancellationToken cancellationToken, bool evenIfOver = false)
    {
        await FollowZonesAsync(cancellationToken);
        return _roster.RoleOf(userId) switch
        {
            null => ChallengeRefusals.UnknownChallenge,
            not ChallengeRole.Organiser => ChallengeRefusals.OrganisersOnly,
            _ when !evenIfOver && IsOver(_challenge!) => ChallengeRefusals.ChallengeOver,
            _ => null,
        };
    }
}

/// <summary>Invitation codes: 10 random characters, none of which is easily mistaken for another (49 bits).</summary>
internal static class InvitationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 10;

    /// <summary>A new code.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
