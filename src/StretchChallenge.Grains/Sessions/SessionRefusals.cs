using System.Collections.Immutable;
using System.Globalization;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The refusals of a session, with a text for the person who asked.</summary>
internal static class SessionRefusals
{
    public static Refusal Unknown { get; } =
        Refusal.NotFound("unknown-session", "There is no such break.");

    public static Refusal UnknownSeat { get; } =
        Refusal.NotFound("unknown-seat", "You have no place in this break. Join it with its code and a name.");

    public static Refusal UnknownParticipant { get; } =
        Refusal.NotFound("unknown-participant", "This person is not in the break.");

    public static Refusal Exists { get; } =
        Refusal.Conflict("session-exists", "There is a break with this id already.");

    public static Refusal Over { get; } =
        Refusal.Conflict("session-over", "This break is over.");

    public static Refusal FullOfGuests { get; } =
        Refusal.Conflict("session-full", $"This break has room for {Room.MostGuests} guests, and they are all here.");

    public static Refusal Removed { get; } =
        Refusal.Forbidden("removed", "The host has removed you from this break.");

    public static Refusal NotHost { get; } =
        Refusal.Forbidden("not-host", "Only the host or a co-host can do this.");

    public static Refusal NotTheHost { get; } =
        Refusal.Forbidden("not-host", "Only the host can do this.");

    public static Refusal HostStays { get; } =
        Refusal.Conflict("host-stays", "The host cannot be removed. Take over first, or have the break handed over.");

    public static Refusal NeedsAccount { get; } =
        Refusal.Conflict("needs-account", "Only members of the challenge can be host or co-host.");

    public static Refusal NotHere { get; } =
        Refusal.Conflict("not-here", "This person is not in the room at the moment.");

    public static Refusal JoinFirst { get; } =
        Refusal.Conflict("join-first", "Join the break first.");

    public static Refusal HostIsHere { get; } =
        Refusal.Conflict("host-is-here", "The break has its host. It can be taken over once the host has been away for 30 seconds.");

    public static Refusal CaptainsTakeOver { get; } =
        Refusal.Forbidden("captains-take-over", "A co-host, a captain or an organiser can take over.");

    public static Refusal TooManyOpen { get; } =
        Refusal.Conflict("too-many-sessions", $"You host {SessionGrain.MostOpen} breaks that are still to come. End one of them first.");

    public static Refusal StartsInThePast { get; } =
        Refusal.Invalid("starts-in-the-past", "Choose a start in the future, or leave it out to open the lobby now.", "startsAt");

    public static Refusal StartsTooLate { get; } =
        Refusal.Invalid("starts-too-late", "A break can be planned at most a year ahead.", "startsAt");

    public static Refusal CatchUpLater { get; } =
        Refusal.Conflict("catch-up-later", "The break is not over yet. What you missed can be done afterwards.");

    public static Refusal NothingToCatchUp { get; } =
        Refusal.Conflict("nothing-to-catch-up", "There is nothing to catch up on from this break. You can do a routine alone at any time.");

    public static Refusal CatchUpOver { get; } =
        Refusal.Conflict("catch-up-over", "This break is too long ago. You can do a routine alone at any time.");

    public static Refusal TooManyPlanned { get; } = Refusal.Conflict(
        "too-many-planned", $"You have planned {HostRules.MostPlannedByParticipant} breaks that are still to come. Call one of them off first.");

    public static Refusal NotPlanned { get; } =
        Refusal.Conflict("not-planned", "This break has no planned start. Its host starts it.");

    public static Refusal NotTheHosts { get; } =
        Refusal.Forbidden("not-host", "Only its hosts and organisers can change this break or call it off.");

    public static Refusal NotNext { get; } =
        Refusal.Conflict("not-next", "Only the next exercise can be skipped to.");

    public static Refusal NameTaken { get; } =
        Refusal.Conflict("name-taken", "Somebody in the room has this name already. Choose another one.");

    /// <summary>The lobby opens later.</summary>
    public static Refusal NotOpen(DateTimeOffset opensAt) => Refusal.Conflict(
        "lobby-closed",
        string.Create(CultureInfo.InvariantCulture, $"The lobby of this break opens at {opensAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.")) with
    {
        Params = ImmutableDictionary<string, string>.Empty.Add(
            "opensAt", opensAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
    };

    /// <summary>The phase does not allow the command (rule 24).</summary>
    public static Refusal NotPossible(SessionCommand command, SessionPhase phase) => (command, phase) switch
    {
        (_, SessionPhase.Finished or SessionPhase.Cancelled) => Over,
        (_, SessionPhase.Lobby) => Refusal.Conflict("not-started", "The break has not started yet."),
        (SessionCommand.Start, _) => Refusal.Conflict("already-started", "The break has started already."),
        (SessionCommand.Resume, _) => Refusal.Conflict("not-paused", "The break is not paused."),
        _ => Refusal.Conflict("already-paused", "The break is paused already."),
    };
}
