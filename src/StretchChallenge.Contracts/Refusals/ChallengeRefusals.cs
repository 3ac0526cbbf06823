using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Text;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about challenges, their teams, boards and walls.</summary>
public static class ChallengeRefusals
{
    /// <summary>The caller is not in the challenge, or it does not exist: the answer does not tell which.</summary>
    public static Refusal UnknownChallenge { get; } = Refusal.NotFound("You are not in a challenge with this id.");

    /// <summary>There is a challenge with this id already.</summary>
    public static Refusal ChallengeExists { get; } = Refusal.Conflict("There is a challenge with this id already.");

    /// <summary>No invitation, or no break, has this code.</summary>
    public static Refusal UnknownCode(CodeKind kind) => Refusal.NotFound(kind switch
    {
        CodeKind.Session => "No break has this code. Ask the host for the right one.",
        CodeKind.Invitation => "No challenge has this code. Ask the person who invited you for the current one.",
    }).At("code").With("kind", kind);

    /// <summary>The challenge has no such team, or the caller may not see it.</summary>
    public static Refusal UnknownTeam { get; } = Refusal.NotFound("There is no team of that name or id in your challenge.");

    /// <summary>The person is not in the challenge.</summary>
    public static Refusal UnknownMember { get; } = Refusal.NotFound("This person is not in the challenge.");

    /// <summary>The challenge is over.</summary>
    public static Refusal ChallengeOver { get; } = Refusal.Conflict("This challenge is over; nothing in it can be changed any more.");

    /// <summary>The challenge has started.</summary>
    public static Refusal ChallengeStarted { get; } =
        Refusal.Conflict("The challenge has started. Its first day, time zone and work days stay, and it cannot be deleted.");

    /// <summary>The challenge has not started.</summary>
    public static Refusal ChallengeNotStarted { get; } = Refusal.Conflict("The challenge has not started; there are no days to correct.");

    /// <summary>The time for corrections is over.</summary>
    public static Refusal ResultsFinal { get; } = Refusal.Conflict("The results are final; no day can be corrected any more.");

    /// <summary>A day on which the person was not in the challenge, or that is still to come.</summary>
    public static Refusal DayNotCorrectable { get; } =
        Refusal.Invalid("A day can be corrected from the person's first day in the challenge up to today.").At("date");

    /// <summary>There is no correction of that day.</summary>
    public static Refusal UnknownCorrection { get; } = Refusal.NotFound("That day of this person is not corrected, or not any more.");

    /// <summary>Without the person the challenge has no organiser.</summary>
    public static Refusal LastOrganiser { get; } = Refusal.Conflict("You are the only organiser. Make somebody else organiser first.");

    /// <summary>For organisers.</summary>
    public static Refusal OrganisersOnly { get; } = Refusal.Forbidden("Only an organiser of the challenge can do this.");

    /// <summary>For captains and organisers.</summary>
    public static Refusal CaptainsSetUpWalls { get; } = Refusal.Forbidden("A captain or an organiser sets up walls.");

    /// <summary>A team's name that is taken.</summary>
    public static Refusal TeamExists { get; } = Refusal.Conflict("The challenge has a team of this name already.");

    /// <summary>More teams than a challenge may have.</summary>
    public static Refusal TooManyTeams(int most) => Refusal.Conflict($"A challenge has at most {most} teams.").With("most", most);

    /// <summary>There is no team that people could be put into.</summary>
    public static Refusal NoTeams { get; } = Refusal.Conflict("The challenge has no team yet. Make one first.");

    /// <summary>Somebody else changed the same setting since it was read.</summary>
    public static Refusal SettingsChanged(string field) => Refusal.Conflict(
        "Somebody else changed this meanwhile. Look at what it is now, then change it again.").At(field);

    /// <summary>More invited addresses than a challenge may have.</summary>
    public static Refusal TooManyInvited(int most) =>
        Refusal.Conflict($"At most {most} addresses can be invited to a challenge.").With("most", most);

    /// <summary>There is no such invitation of an address.</summary>
    public static Refusal UnknownInvitation { get; } = Refusal.NotFound("There is no such invitation in the challenge.");

    /// <summary>A first day too long ago.</summary>
    public static Refusal StartsTooEarly(int days) =>
        Refusal.Invalid($"A challenge can start at most {days} days ago.").At("startsOn").With("days", days);

    /// <summary>A challenge or a break too far ahead.</summary>
    public static Refusal StartsTooLate(string field) => Refusal.Invalid("This can start at most a year from now.").At(field);

    /// <summary>There is no such board.</summary>
    public static Refusal UnknownBoard { get; } =
        Refusal.NotFound($"There is no such board. The boards are {string.Join(", ", BoardKinds.All.Select(board => board.Name()))}.");

    /// <summary>A wall's address that does not hold.</summary>
    public static Refusal UnknownWall { get; } =
        Refusal.NotFound("This wall's address does not hold, or not any more. Set the wall up again.");

    /// <summary>More walls than a challenge may have.</summary>
    public static Refusal TooManyWalls(int most) =>
        Refusal.Conflict($"A challenge has at most {most} walls. Take one down first.").With("most", most);
}
