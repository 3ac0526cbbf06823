using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about live breaks.</summary>
public static class SessionRefusals
{
    /// <summary>There is no such break.</summary>
    public static Refusal UnknownSession { get; } = Refusal.NotFound("There is no such break.");

    /// <summary>The caller has no seat.</summary>
    public static Refusal UnknownSeat { get; } =
        Refusal.NotFound("You have no place in this break. Join it with its code and a name.");

    /// <summary>The person is not in the break.</summary>
    public static Refusal UnknownParticipant { get; } = Refusal.NotFound("This person is not in the break.");

    /// <summary>There is a break with this id already.</summary>
    public static Refusal SessionExists { get; } = Refusal.Conflict("There is a break with this id already.");

    /// <summary>The break is over.</summary>
    public static Refusal SessionOver { get; } = Refusal.Conflict("This break is over.");

    /// <summary>No room for one more guest.</summary>
    public static Refusal SessionFull(int most) =>
        Refusal.Conflict($"This break has room for {most} guests, and they are all here.").With("most", most);

    /// <summary>Too many new guests from one address.</summary>
    public static Refusal TooManyGuests { get; } = Refusal.Of(
        RefusalKind.TooMany, "Many guests have come from here just now. Wait a minute, then try again.");

    /// <summary>A guest without a name.</summary>
    public static Refusal NameNeeded { get; } = Refusal.Invalid("Tell us a name for the room.");

    /// <summary>A guest's name that is too long or has no visible character.</summary>
    public static Refusal ImpossibleName(int most) =>
        Refusal.Invalid($"A name has 1 to {most} characters that can be seen.").With("most", most);

    /// <summary>Somebody in the room has the name.</summary>
    public static Refusal NameTaken { get; } = Refusal.Conflict("Somebody in the room has this name already. Choose another one.");

    /// <summary>The host has removed the caller.</summary>
    public static Refusal Removed { get; } = Refusal.Forbidden("The host has removed you from this break.");

    /// <summary>For the host and co-hosts.</summary>
    public static Refusal NotHost { get; } = Refusal.Forbidden("Only the host or a co-host can do this.");

    /// <summary>For the host alone.</summary>
    public static Refusal HostOnly { get; } = Refusal.Forbidden("Only the host can do this.");

    /// <summary>For the hosts of a planned break, and organisers.</summary>
    public static Refusal NotItsHost { get; } =
        Refusal.Forbidden("Only its hosts and organisers can change this break or call it off.");

    /// <summary>The host cannot be removed.</summary>
    public static Refusal HostStays { get; } =
        Refusal.Conflict("The host cannot be removed. Take over first, or have the break handed over.");

    /// <summary>A guest cannot lead.</summary>
    public static Refusal NeedsAccount { get; } = Refusal.Conflict("Only members of the challenge can be host or co-host.");

    /// <summary>The person is away.</summary>
    public static Refusal NotHere { get; } = Refusal.Conflict("This person is not in the room at the moment.");

    /// <summary>The caller has not joined.</summary>
    public static Refusal JoinFirst { get; } = Refusal.Conflict("Join the break first.");

    /// <summary>The host has not been away for long enough (rule 26).</summary>
    public static Refusal HostIsHere { get; } =
        Refusal.Conflict("The break has its host. It can be taken over once the host has been away for 30 seconds.");

    /// <summary>Who can take over (rule 26).</summary>
    public static Refusal CaptainsTakeOver { get; } = Refusal.Forbidden("A co-host, a captain or an organiser can take over.");

    /// <summary>Who can plan breaks ahead.</summary>
    public static Refusal CaptainsPlan { get; } =
        Refusal.Forbidden("Captains and organisers plan breaks ahead. You can open one now.").At("startsAt");

    /// <summary>More breaks to come than somebody may host.</summary>
    public static Refusal TooManySessions(int most) =>
        Refusal.Conflict($"You host {most} breaks that are still to come. End one of them first.").With("most", most);

    /// <summary>More planned breaks to come than a participant may have.</summary>
    public static Refusal TooManyPlanned(int most) =>
        Refusal.Conflict($"You have planned {most} breaks that are still to come. Call one of them off first.").With("most", most);

    /// <summary>There is no such recurring break.</summary>
    public static Refusal UnknownSchedule { get; } = Refusal.NotFound("There is no such recurring break in your challenge.");

    /// <summary>More recurring breaks than a challenge may have.</summary>
    public static Refusal TooManySchedules(int most) =>
        Refusal.Conflict($"A challenge has at most {most} recurring breaks. Delete one first.").With("most", most);

    /// <summary>A recurring break on no work day of the challenge.</summary>
    public static Refusal NoBreakDay { get; } =
        Refusal.Invalid("None of these days is a work day of the challenge.").At("weekdays");

    /// <summary>More hosts than a break may have.</summary>
    public static Refusal TooManyHosts(int most) =>
        Refusal.Invalid($"A break has at most {most} hosts.").At("hosts").With("most", most);

    /// <summary>A start that has passed.</summary>
    public static Refusal StartsInThePast { get; } =
        Refusal.Invalid("Choose a start in the future, or leave it out to open the lobby now.").At("startsAt");

    /// <summary>A break that its host starts.</summary>
    public static Refusal NotPlanned { get; } = Refusal.Conflict("This break has no planned start. Its host starts it.");

    /// <summary>The lobby opens later.</summary>
    public static Refusal LobbyClosed(DateTimeOffset opensAt) => Refusal
        .Conflict($"The lobby of this break opens at {opensAt.UtcDateTime:u}.").With("opensAt", opensAt);

    /// <summary>The break has not started.</summary>
    public static Refusal NotStarted { get; } = Refusal.Conflict("The break has not started yet.");

    /// <summary>The break has started.</summary>
    public static Refusal AlreadyStarted { get; } = Refusal.Conflict("The break has started already.");

    /// <summary>The break is not paused.</summary>
    public static Refusal NotPaused { get; } = Refusal.Conflict("The break is not paused.");

    /// <summary>The break is paused.</summary>
    public static Refusal AlreadyPaused { get; } = Refusal.Conflict("The break is paused already.");

    /// <summary>A skip to another step than the next.</summary>
    public static Refusal NotNext { get; } = Refusal.Conflict("Only the next exercise can be skipped to.");

    /// <summary>The break is not over yet.</summary>
    public static Refusal CatchUpLater { get; } =
        Refusal.Conflict("The break is not over yet. What you missed can be done afterwards.");

    /// <summary>The caller missed nothing.</summary>
    public static Refusal NothingToCatchUp { get; } =
        Refusal.Conflict("There is nothing to catch up on from this break. You can do a routine alone at any time.");

    /// <summary>The break was too long ago.</summary>
    public static Refusal CatchUpOver { get; } =
        Refusal.Conflict("This break is too long ago. You can do a routine alone at any time.");
}
