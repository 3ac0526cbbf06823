using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>
/// The seats of a session. A member's belongs to the account and always exists. A guest's belongs to whoever knows its secret; it
/// becomes the member's when the guest signs in, and is forgotten when the guest has been away for long.
/// </summary>
internal sealed partial class SessionGrain
{
    // Addresses and names of those whom a host removed: as a guest they do not come back by the same name. Not saved.
    private readonly List<(string AddressHash, DistinctName Name)> _banished = [];

    // Participants of the join under way who are not saved yet.
    private readonly List<ParticipantRecord> _new = [];

    private async Task<Outcome<Attendee>> SeatAsync(JoinSession command, DateTimeOffset now)
    {
        var attendee = Find(command);
        if (now < _session!.OpensAt && attendee is not { IsPresent: true })
        {
            return SessionRefusals.LobbyClosed(_session.OpensAt);
        }

        if (attendee is null && RefuseNewParticipant(command) is { } refusal)
        {
            return refusal;
        }

        if (attendee is { Record.RemovedAt: not null } || FindSeat(command) is { Record.RemovedAt: not null })
        {
            return SessionRefusals.Removed;
        }

        return attendee is null ? await AddAsync(command, now) : await UpdateAsync(attendee, command);
    }

    private Attendee? Find(JoinSession command) => command.UserId is { } user ? _room.FindMember(user) : FindSeat(command);

    private Attendee? FindSeat(JoinSession command) => command.SeatHash is { } seat ? _room.FindGuest(seat) : null;

    private Refusal? RefuseNewParticipant(JoinSession command) =>
        command.Name is not { } name ? SessionRefusals.UnknownSeat
        : command.UserId is not null && FindSeat(command) is not null ? null
        : IsOver ? SessionRefusals.SessionOver
        : command.UserId is not null ? null
        : command.AddressHash is { } address && IsBanished(address, DistinctName.Of(name)) ? SessionRefusals.Removed
        : _room.RefusalForGuest(name);

    private bool IsBanished(string address, DistinctName name) =>
        _banished.Any(banished => banished.AddressHash == address && banished.Name.IsLike(name));

    private async Task<Attendee> AddAsync(JoinSession command, DateTimeOffset now)
    {
        if (command.UserId is { } account && FindSeat(command) is { } guest)
        {
            await SaveNewAsync();
            return await BecomeMemberAsync(guest, new UserId(account), command.Name!);
        }

        if (_room.HasTooManySeats)
        {
            await ForgetGuestsAsync();
        }

        var record = new ParticipantRecord(
            Identifier.Next(),
            command.UserId is { } user ? new UserId(user) : null,
            command.UserId is null ? command.SeatHash : null,
            command.Name!,
            IsCoHost: command.UserId is { } member && IsScheduledCoHost(member),
            now,
            RemovedAt: null);
        _new.Add(record);
        return _room.Add(new Attendee(record));
    }

    private async Task SaveNewAsync()
    {
        if (_new.Count > 0)
        {
            await DeactivateOnFailureAsync(() => sessions.AddParticipantsAsync(Id, _new));
            _new.Clear();
        }
    }

    // Somebody who joined before. A member has the account's present name, and what they did as a guest before they signed in.
    private async Task<Attendee> UpdateAsync(Attendee attendee, JoinSession command)
    {
        await SaveNewAsync();
        if (command is { UserId: not null, Name: { } name } && name != attendee.Record.Name)
        {
            await SaveRolesAsync(_session!.Host, attendee.Record with { Name = name });
        }

        if (command.UserId is not null && FindSeat(command) is { } guest)
        {
            await MergeAsync(guest, attendee);
        }

        return attendee;
    }

    private async Task<Attendee> BecomeMemberAsync(Attendee guest, UserId user, string name)
    {
        var record = guest.Record with { User = user, SeatHash = null, Name = name, IsCoHost = IsScheduledCoHost(user.Value) };
        await DeactivateOnFailureAsync(() => sessions.SaveRolesAsync(Id, _session!.Host, [record]));
        _room.BecomeMember(guest, record);
        Touch(guest);
        CreditAgain();
        return guest;
    }

    // For somebody who signed in after the end, and whom the first settlement knew as a guest. Credits are idempotent.
    private void CreditAgain()
    {
        if (IsOver)
        {
            _session = _session! with { SettledAt = null };
            ScheduleSettling(TimeSpan.Zero);
        }
    }

    private async Task MergeAsync(Attendee guest, Attendee member)
    {
        RecordPresence(guest, _room.End(guest, Now));
        foreach (var presence in guest.Past)
        {
            var theirs = presence with { ParticipantId = member.Record.Id };
            member.Restore(theirs);
            _unsaved[(theirs.ParticipantId, theirs.From)] = theirs;
        }

        await SavePresencesAsync();
        await ForgetAsync([guest]);
        CreditAgain();
    }

    private Task ForgetGuestsAsync() => _room.FindForgotten(Now) is { Count: > 0 } forgotten ? ForgetAsync(forgotten) : Task.CompletedTask;

    private async Task ForgetAsync(IReadOnlyList<Attendee> forgotten)
    {
        await DeactivateOnFailureAsync(() => sessions.ForgetAsync(Id, [.. forgotten.Select(one => one.Record.Id)]));
        foreach (var attendee in forgotten)
        {
            _room.Forget(attendee);
            Servers.Forget(attendee.Record.Id);
            foreach (var presence in attendee.Past)
            {
                _unsaved.Remove((presence.ParticipantId, presence.From));
            }
        }
    }

    private void Banish(Attendee attendee)
    {
        if (attendee.AddressHash is { } address)
        {
            _banished.Add((address, attendee.Name));
        }
    }
}
