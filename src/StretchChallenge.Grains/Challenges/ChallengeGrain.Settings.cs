using System.Security.Cryptography;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Grains.Users;
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
            return ChallengeRefusals.Exists;
        }

        if (await LoadPersonAsync(command.UserId, cancellationToken) is not { } person)
        {
            return UserRefusals.UnknownPerson;
        }

        if (!TimeZones.TryFind(command.TimeZone, out var zone))
        {
            return UserRefusals.UnknownZone;
        }

        if (!WorkDays.TryParse(command.WorkDays, out var workDays))
        {
            return UserRefusals.UnknownWorkDays;
        }

        var now = time.GetUtcNow();
        var today = ZoneTimeline.Fixed(zone).DateAt(now);
        if (command.StartsOn < today.AddDays(-MaxDaysPast))
        {
            return ChallengeRefusals.StartsTooEarly;
        }

        if (command.StartsOn > today.AddDays(MaxDaysAhead))
        {
            return ChallengeRefusals.StartsTooLate;
        }

        var enrolment = new EnrolmentRecord(Id, person.Record.Id, ChallengeRole.Organiser, person.Zone.DateAt(now), []);
        var challenge = NewChallenge(command, workDays, now);
        await CommitAsync(
            async () =>
            {
                while (!await challenges.CreateAsync(challenge, enrolment))
                {
                    challenge = challenge with { Code = InvitationCode.Next() };
                }

                _challenge = challenge;
                _roster = _roster.With(EntryOf(person, enrolment), []);
            },
            notify: () => NotifyOfPersonAsync(person.Record.Id, []));
        return new ChallengeCreated(challenge.Id.Value, challenge.Code);
    }

    /// <inheritdoc />
    public async Task<Outcome<TeamCreated>> AddTeamAsync(string userId, string name, CancellationToken cancellationToken)
    {
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
            return ChallengeRefusals.Over;
        }

        if (_roster.Teams.Count >= MaxTeams)
        {
            return ChallengeRefusals.TooManyTeams;
        }

        var team = new TeamRecord(new TeamId(Identifier.Next()), Id, name);
        var isNew = false;
        await CommitAsync(
            async () =>
            {
                isNew = await challenges.AddTeamAsync(team);
                _roster = isNew ? _roster.With(team) : _roster;
            },
            notify: () => NotifyAsync(() => Standings.RefreshTeamAsync(team.Id.Value)));
        return isNew ? new TeamCreated(team.Id.Value) : ChallengeRefusals.TeamExists;
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> ChangeSettingsAsync(ChangeChallenge command, CancellationToken cancellationToken)
    {
        if (RefuseUnlessOrganiser(command.OrganiserId) is { } refusal)
        {
            return refusal;
        }

        var changed = _challenge! with
        {
            Name = command.Name ?? _challenge.Name,
            Holidays = command.Holidays is { } holidays ? [.. holidays] : _challenge.Holidays,
            TeamThreshold = command.TeamThreshold ?? _challenge.TeamThreshold,
            OrganisersMakeTeams = command.OrganisersMakeTeams ?? _challenge.OrganisersMakeTeams,
            Planning = command.Planning ?? _challenge.Planning,
        };
        await CommitAsync(
            async () =>
            {
                await challenges.SaveSettingsAsync(changed);
                _challenge = changed;
            },
            notify: NotifyOfSettingsAsync);
        return ViewFor(command.OrganiserId);
    }

    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> RenewCodeAsync(string userId, CancellationToken cancellationToken)
    {
        if (RefuseUnlessOrganiser(userId) is { } refusal)
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

    private Refusal? RefuseUnlessOrganiser(string userId) => _roster.RoleOf(userId) switch
    {
        null => ChallengeRefusals.UnknownChallenge,
        not ChallengeRole.Organiser => ChallengeRefusals.OrganisersOnly,
        _ when IsOver(_challenge!) => ChallengeRefusals.Over,
        _ => null,
    };
}

/// <summary>Invitation codes: 10 random characters, none of which is easily mistaken for another (49 bits).</summary>
internal static class InvitationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 10;

    /// <summary>A new code.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
