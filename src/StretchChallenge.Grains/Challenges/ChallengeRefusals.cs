using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Grains.Challenges;

/// <summary>The refusals of a challenge, with a text for the person who asked.</summary>
internal static class ChallengeRefusals
{
    public static Refusal UnknownChallenge { get; } =
        Refusal.NotFound("unknown-challenge", "You are not in a challenge with this id.");

    public static Refusal Exists { get; } =
        Refusal.Conflict("challenge-exists", "There is a challenge with this id already.");

    public static Refusal UnknownCode { get; } =
        Refusal.NotFound("unknown-code", "No challenge has this code. Ask the person who invited you for the current one.");

    public static Refusal UnknownTeam { get; } =
        Refusal.NotFound("unknown-team", "This challenge has no team of that name or id.");

    public static Refusal UnknownMember { get; } =
        Refusal.NotFound("unknown-member", "This person is not in the challenge.");

    public static Refusal Over { get; } =
        Refusal.Conflict("challenge-over", "This challenge is over; nothing in it can be changed any more.");

    public static Refusal Started { get; } =
        Refusal.Conflict("challenge-started", "The challenge has started. Its first day, time zone and work days stay, and it cannot be deleted.");

    public static Refusal LastOrganiser { get; } =
        Refusal.Conflict("last-organiser", "You are the only organiser. Make somebody else organiser first.");

    public static Refusal OrganisersOnly { get; } =
        Refusal.Forbidden("organisers-only", "Only an organiser of the challenge can do this.");

    public static Refusal TeamExists { get; } =
        Refusal.Conflict("team-exists", "The challenge has a team of this name already.");

    public static Refusal TooManyTeams { get; } =
        Refusal.Conflict("too-many-teams", $"A challenge has at most {ChallengeGrain.MaxTeams} teams.");

    public static Refusal StartsTooEarly { get; } =
        Refusal.Invalid("starts-too-early", "A challenge can start at most 7 days ago.", "startsOn");

    public static Refusal StartsTooLate { get; } =
        Refusal.Invalid("starts-too-late", "A challenge can start at most a year from now.", "startsOn");
}
