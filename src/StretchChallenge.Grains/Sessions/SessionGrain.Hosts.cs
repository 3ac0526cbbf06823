using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Hosts and co-hosts (rule 26), and the removal of participants.</summary>
internal sealed partial class SessionGrain
{
    /// <inheritdoc />
    public async Task<Refusal?> TakeOverAsync(string userId, ChallengeRole role)
    {
        if (_session is null)
        {
            return SessionRefusals.UnknownSession;
        }

        if (_room.FindMember(userId) is not { IsPresent: true, Record.RemovedAt: null } attendee)
        {
            return SessionRefusals.JoinFirst;
        }

        if (IsHost(userId))
        {
            return null;
        }

        if (IsOver)
        {
            return SessionRefusals.SessionOver;
        }

        if (!attendee.Record.IsCoHost && role is not (ChallengeRole.Captain or ChallengeRole.Organiser))
        {
            return SessionRefusals.CaptainsTakeOver;
        }

        return HostRules.MayTakeOver(attendee.Record.IsCoHost, role, HostAwaySince?.ToUnixTimeMilliseconds(), Now.ToUnixTimeMilliseconds())
            ? await MakeHostAsync(attendee)
            : SessionRefusals.HostIsHere;
    }

    /// <inheritdoc />
    public async Task<Refusal?> HandOverAsync(string userId, string participantId)
    {
        if (RefuseRoleChange(userId, participantId, out var attendee) is { } refusal)
        {
            return refusal;
        }

        return !attendee!.IsPresent ? SessionRefusals.NotHere
            : IsHost(attendee.Record.User!.Value.Value) ? null
            : await MakeHostAsync(attendee);
    }

    /// <inheritdoc />
    public async Task<Refusal?> MakeCoHostAsync(string userId, string participantId)
    {
        if (RefuseRoleChange(userId, participantId, out var attendee) is { } refusal)
        {
            return refusal;
        }

        if (!IsHost(attendee!.Record.User!.Value.Value))
        {
            await SaveRolesAsync(_session!.Host, attendee.Record with { IsCoHost = true });
        }

        return null;
    }

    /// <inheritdoc />
    public async Task<Refusal?> RemoveAsync(string userId, string participantId)
    {
        if (_session is null)
        {
            return SessionRefusals.UnknownSession;
        }

        if (!MayControl(userId))
        {
            return SessionRefusals.NotHost;
        }

        if (_room.Find(participantId) is not { Record.RemovedAt: null } attendee)
        {
            return SessionRefusals.UnknownParticipant;
        }

        if (attendee.Record.User is { } user && IsHost(user.Value))
        {
            return SessionRefusals.HostStays;
        }

        var now = Now;
        await SaveRolesAsync(_session.Host, attendee.Record with { IsCoHost = false, RemovedAt = now });
        Banish(attendee);
        RecordPresence(attendee, _room.End(attendee, now));
        await Servers.NotifyAsync(observer => observer.RemovedAsync(Id.Value, participantId));
        return null;
    }

    // Since when the host has been away; null while the host is present.
    private DateTimeOffset? HostAwaySince => _session!.Host is { } host && _room.FindMember(host.Value) is { } attendee
        ? attendee.IsExpected ? _restoredAt : attendee.IsPresent ? null : attendee.WentAt
        : _session.OpensAt;

    private Refusal? RefuseRoleChange(string userId, string participantId, out Attendee? attendee)
    {
        attendee = _session is null ? null : _room.Find(participantId);
        return _session is null ? SessionRefusals.UnknownSession
            : !IsHost(userId) ? SessionRefusals.HostOnly
            : attendee is not { Record.RemovedAt: null } ? SessionRefusals.UnknownParticipant
            : attendee.Record.User is null ? SessionRefusals.NeedsAccount
            : null;
    }

    // The former host becomes a co-host, so that a host whose connection broke can lead again.
    private async Task<Refusal?> MakeHostAsync(Attendee attendee)
    {
        var before = _session!.Host is { } host ? _room.FindMember(host.Value)?.Record : null;
        ParticipantRecord[] changed = before is { RemovedAt: null }
            ? [before with { IsCoHost = true }, attendee.Record with { IsCoHost = false }]
            : [attendee.Record with { IsCoHost = false }];
        await SaveRolesAsync(attendee.Record.User, changed);
        return null;
    }

    private async Task SaveRolesAsync(UserId? host, params ParticipantRecord[] changed)
    {
        await DeactivateOnFailureAsync(() => sessions.SaveRolesAsync(Id, host, changed));
        _session = _session! with { Host = host };
        foreach (var record in changed)
        {
            var attendee = _room.Find(record.Id)!;
            attendee.Record = record;
            Touch(attendee);
        }
    }
}
