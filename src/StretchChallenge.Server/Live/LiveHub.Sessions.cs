using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Live;

/// <summary>Live breaks: joining and leading them.</summary>
internal sealed partial class LiveHub
{
    /// <summary>The most sessions that one connection may be in at once.</summary>
    public const int MaxSessions = 4;

    // The sessions that this connection has joined, by code.
    private Dictionary<string, ConnectionSeat> Joined
    {
        get
        {
            if (!Context.Items.TryGetValue(nameof(Joined), out var joined))
            {
                Context.Items[nameof(Joined)] = joined = new Dictionary<string, ConnectionSeat>(StringComparer.Ordinal);
            }

            return (Dictionary<string, ConnectionSeat>)joined!;
        }
    }

    /// <summary>Joins a session by its code: members with their account, everybody else as a guest with a name.</summary>
    public async Task<SessionJoined> JoinSession(string code, string? name)
    {
        var session = await joins.FindAsync(Context, code);
        // A guest who joins again from the same connection keeps their seat.
        return await EnterAsync(session, Joined.GetValueOrDefault(session.Code)?.Seat, RoomName.Clean(name));
    }

    /// <summary>
    /// Rejoins a session: members with their account, guests with the secret of their seat. A guest who has signed in since keeps
    /// their place and what they did on it.
    /// </summary>
    public async Task<SessionJoined> RejoinSession(string code, string? seat)
    {
        var session = await joins.FindAsync(Context, code);
        return await EnterAsync(session, Secret.IsPlausible(seat) ? seat : "", null);
    }

    /// <summary>Leaves a session; does nothing when the caller is not in it.</summary>
    public async Task LeaveSession(string code)
    {
        if (SessionCodes.Normalised(code) is { } normalised && Joined.Remove(normalised, out var joined))
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, ConnectionSeat.GroupOf(joined.SessionId));
            await sessions.LeaveAsync(joined, Context.ConnectionId);
        }
    }

    /// <summary>Sends a reaction to a session that the caller has joined.</summary>
    public async Task React(string code, ReactionKind kind)
    {
        if (SessionCodes.Normalised(code) is not { } normalised || !Joined.TryGetValue(normalised, out var joined))
        {
            throw HubRefusal.Of(SessionRefusals.JoinFirst);
        }

        await grains.GetGrain<ISessionGrain>(joined.SessionId).ReactAsync(joined.ParticipantId, kind);
    }

    /// <summary>Starts a session; for its host and co-hosts.</summary>
    public Task StartSession(string code) => ControlAsync(code, SessionCommand.Start);

    /// <summary>Pauses a session; for its host and co-hosts.</summary>
    public Task PauseSession(string code) => ControlAsync(code, SessionCommand.Pause);

    /// <summary>Resumes a session; for its host and co-hosts.</summary>
    public Task ResumeSession(string code) => ControlAsync(code, SessionCommand.Resume);

    /// <summary>Jumps to the next step; for the host and co-hosts.</summary>
    public Task SkipStep(string code) => ControlAsync(code, SessionCommand.Skip);

    /// <summary>Skips to the next step, as the sender sees it; does nothing when the room has reached it; for the host and co-hosts.</summary>
    public Task SkipTo(string code, int step) =>
        CallGrainAsync(code, (grain, caller) => grain.SkipToAsync(caller, step));

    /// <summary>Ends a session, or cancels it while it is in the lobby; for its host and co-hosts.</summary>
    public Task EndSession(string code) => ControlAsync(code, SessionCommand.End);

    /// <summary>Takes over from a host who is away (rule 26).</summary>
    public async Task TakeOver(string code)
    {
        var session = await joins.FindAsync(Context, code);
        var role = await joins.RoleOfAsync(Context, session) ?? throw HubRefusal.Of(SessionRefusals.CaptainsTakeOver);
        ThrowIfRefused(await Grain(session).TakeOverAsync(Context.UserIdentifier!, role));
    }

    /// <summary>Makes somebody in the room the host; for the host.</summary>
    public Task HandOver(string code, string participantId) =>
        CallGrainAsync(code, (grain, caller) => grain.HandOverAsync(caller, participantId));

    /// <summary>Makes somebody a co-host; for the host.</summary>
    public Task MakeCoHost(string code, string participantId) =>
        CallGrainAsync(code, (grain, caller) => grain.MakeCoHostAsync(caller, participantId));

    /// <summary>Removes somebody: a member for good, a guest with their seat and name; for the host and co-hosts.</summary>
    public Task RemoveParticipant(string code, string participantId) =>
        CallGrainAsync(code, (grain, caller) => grain.RemoveAsync(caller, participantId));

    private async Task<SessionJoined> EnterAsync(SessionRecord session, string? seat, string? name)
    {
        if (!Joined.ContainsKey(session.Code) && Joined.Count >= MaxSessions)
        {
            throw HubRefusal.Of(LiveRefusals.TooManyRooms(MaxSessions));
        }

        var (joined, answer) = await joins.JoinAsync(Context, session, seat, name);
        if (Joined.GetValueOrDefault(session.Code) is { } before && before.ParticipantId != joined.ParticipantId)
        {
            await sessions.LeaveAsync(before, Context.ConnectionId);
        }

        Joined[session.Code] = joined;
        if (joined.Seat is null)
        {
            connections.Use(Context.ConnectionId, session.ChallengeId.Value);
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, ConnectionSeat.GroupOf(joined.SessionId));
        return await answer();
    }

    private Task ControlAsync(string code, SessionCommand command) =>
        CallGrainAsync(code, (grain, caller) => grain.ControlAsync(caller, command));

    // Members of the challenge alone: a host who has left it leads no more.
    private async Task CallGrainAsync(string code, Func<ISessionGrain, string, Task<Refusal?>> command)
    {
        var session = await joins.FindAsync(Context, code);
        if (Context.UserIdentifier is not { } caller || await joins.RoleOfAsync(Context, session) is null)
        {
            throw HubRefusal.Of(SessionRefusals.NotHost);
        }

        ThrowIfRefused(await command(Grain(session), caller));
    }

    private ISessionGrain Grain(SessionRecord session) => grains.GetGrain<ISessionGrain>(session.Id.Value);

    private static void ThrowIfRefused(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw HubRefusal.Of(refusal);
        }
    }
}
