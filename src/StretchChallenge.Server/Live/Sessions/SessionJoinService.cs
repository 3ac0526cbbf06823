using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Server.Safety;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>
/// Joins people to sessions: finds a session by its code, distinguishes members from guests, and issues the secrets of guests'
/// seats.
/// </summary>
internal sealed class SessionJoinService(
    ISessionStore sessions,
    IAccountStore accounts,
    IGrainFactory grains,
    SessionPushService push,
    SessionSteps steps,
    RoutineCatalogue catalogue,
    SafetyAnswers safety,
    GuestSeatLimiter guestSeats,
    FailedCodeLimiter failed)
{
    /// <summary>The session of a code. Wrong codes are counted by address and by person.</summary>
    public async Task<SessionRecord> FindAsync(HubCallerContext caller, string? code)
    {
        if (SessionCodes.Normalised(code) is { } normalised
            && await sessions.FindByCodeAsync(normalised, caller.ConnectionAborted) is { } session)
        {
            return session;
        }

        using var counted = failed.Count(caller.GetHttpContext()!, CodeKind.Session);
        throw HubRefusal.Of(counted.IsAcquired ? ChallengeRefusals.UnknownCode(CodeKind.Session) : LiveRefusals.TooManyTries);
    }

    /// <summary>Joins somebody to a session, with their account or as a guest.</summary>
    /// <param name="caller">The connection.</param>
    /// <param name="session">The session.</param>
    /// <param name="seat">
    /// The secret of a guest who rejoins; null for somebody new. A member brings the one that they had before they signed in.
    /// </param>
    /// <param name="name">The name that a guest wants to be shown by; null for guests who rejoin. Members have their account's.</param>
    /// <returns>The seat, and a function that takes the snapshot; call it when the connection is in the session's group.</returns>
    public async Task<(ConnectionSeat Joined, Func<Task<SessionJoined>> Answer)> JoinAsync(
        HubCallerContext caller, SessionRecord session, string? seat, string? name)
    {
        var role = await RoleOfAsync(caller, session);
        var user = role is null ? null : caller.UserIdentifier;
        var address = RateLimitsSetup.AddressOf(caller.GetHttpContext()!);
        var isNewGuest = user is null && seat is null;
        var secret = seat ?? user ?? Secret.Next();
        var shown = user is null ? name : await NameOfAsync(user, caller.ConnectionAborted);
        if (isNewGuest && shown is null)
        {
            throw HubRefusal.Of(SessionRefusals.NameNeeded);
        }

        if (isNewGuest && !guestSeats.TryTake(address, session.Id))
        {
            throw HubRefusal.Of(SessionRefusals.TooManyGuests);
        }

        var seatHash = user is null || Secret.IsPlausible(seat) ? Secret.HashOf(secret) : null;
        var outcome = await push.JoinAsync(
            session.Id.Value, caller.ConnectionId, user, seatHash, shown, Secret.HashOf($"{session.Id}/{address}"));
        if (outcome.IsRefused(out var refusal, out var entry))
        {
            throw HubRefusal.Of(refusal);
        }

        var joined = new ConnectionSeat(session.Id.Value, entry.ParticipantId, user is null ? secret : null);
        return (joined, () => AnswerAsync(entry, user ?? secret, role, user, session.Id.Value, caller.ConnectionAborted));
    }

    /// <summary>The caller's role in the session's challenge; null for guests.</summary>
    public async Task<ChallengeRole?> RoleOfAsync(HubCallerContext caller, SessionRecord session) => caller.UserIdentifier is { } user
        ? await grains.GetGrain<IChallengeGrain>(session.ChallengeId.Value).GetRoleAsync(user)
        : null;

    /// <summary>
    /// The room as somebody sees it who has joined, or as a member sees it who has not, without making them present.
    /// </summary>
    public async Task<Outcome<SessionJoined>> GetSnapshotAsync(
        ClaimsPrincipal caller, SessionRecord session, string? seat, CancellationToken cancellationToken)
    {
        var account = caller.IdOrNull()?.Value;
        var role = account is null
            ? null
            : await grains.GetGrain<IChallengeGrain>(session.ChallengeId.Value).GetRoleAsync(account, cancellationToken);
        var user = role is null ? null : account;
        var outcome = await grains.GetGrain<ISessionGrain>(session.Id.Value)
            .GetEntryAsync(user, user is null && seat is not null ? Secret.HashOf(seat) : null, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var entry))
        {
            if (user is null || refusal.Code != SessionRefusals.UnknownSeat.Code)
            {
                return refusal;
            }

            entry = new SessionEntry("", SessionRole.Participant, LateBy: 0, Missed: []);
        }

        return await DescribeAsync(entry, user ?? seat!, role, user, session.Id.Value, cancellationToken);
    }

    // Called when the connection is in the session's group, so that every change after the snapshot arrives as an event.
    private async Task<SessionJoined> AnswerAsync(
        SessionEntry entry, string seat, ChallengeRole? role, string? user, string sessionId, CancellationToken cancellationToken) =>
        (await DescribeAsync(entry, seat, role, user, sessionId, cancellationToken)).IsRefused(out var refusal, out var answer)
            ? throw HubRefusal.Of(refusal)
            : answer;

    private async Task<Outcome<SessionJoined>> DescribeAsync(
        SessionEntry entry, string seat, ChallengeRole? role, string? user, string sessionId, CancellationToken cancellationToken)
    {
        if ((await push.GetRoomAsync(sessionId, cancellationToken)).IsRefused(out var refusal, out var room))
        {
            return refusal;
        }

        return new SessionJoined(
            sessionId,
            room.Code,
            room.ChallengeId,
            room.RoutineId,
            room.Now.Seq,
            room.Now.ServerMs,
            room.Now.Phase,
            room.Now.Step,
            room.Now.RemainingMs,
            room.Now.ElapsedMs,
            room.StartsAt,
            steps.Of(room.RoutineId, room.Steps),
            room.Count,
            room.Participants,
            entry.ParticipantId,
            seat,
            entry.Role,
            role,
            entry.LateBy,
            entry.Missed,
            room.WasHosted,
            await OwnStepsAsync(room, user, cancellationToken));
    }

    private async Task<ImmutableArray<SessionStep>?> OwnStepsAsync(SessionRoom room, string? user, CancellationToken cancellationToken) =>
        user is not null && !steps.IsGentle(room.RoutineId) && await safety.HasDiscInjuryAsync(new UserId(user), cancellationToken)
            ? steps.Fitted(catalogue.GentleFor(Variant.Desk), room.Steps)
            : null;

    private async Task<string?> NameOfAsync(string user, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(new UserId(user), cancellationToken))?.DisplayName;
}

/// <summary>Validates the names that people choose in a session.</summary>
internal static class RoomName
{
    /// <summary>The maximum length in characters as people see them (text elements).</summary>
    public const int Longest = 40;

    // One text element may have many chars: an emoji of a family, or a letter with several accents.
    private const int LongestText = 4 * Longest;

    /// <summary>The name without invisible and bidirectional control characters; null when none was given.</summary>
    /// <exception cref="HubException">It is too long, or has no visible character.</exception>
    public static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        // A name far beyond the limit is refused without being sanitised.
        var clean = name.Length <= 2 * LongestText ? DisplayText.Clean(name) : name;
        return clean.Length is 0 or > LongestText || new StringInfo(clean).LengthInTextElements > Longest
            ? throw HubRefusal.Of(SessionRefusals.ImpossibleName(Longest))
            : clean;
    }
}
