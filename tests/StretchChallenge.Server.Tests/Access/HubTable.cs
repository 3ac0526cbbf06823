namespace StretchChallenge.Server.Tests.Access;

/// <summary>Everybody who may call the hub.</summary>
public enum Caller
{
    /// <summary>Not signed in.</summary>
    Visitor,

    /// <summary>Has an account that is disabled.</summary>
    Disabled,

    /// <summary>Not signed in, in the room with a name.</summary>
    Guest,

    /// <summary>Signed in, not in the challenge.</summary>
    Stranger,

    /// <summary>Administers the site, and is not in the challenge.</summary>
    SiteAdministrator,

    /// <summary>In the challenge, and in the room.</summary>
    Participant,

    /// <summary>A captain, in the room.</summary>
    Captain,

    /// <summary>An organiser, in the room.</summary>
    Organiser,

    /// <summary>A participant whom the host made co-host.</summary>
    CoHost,

    /// <summary>Made the break.</summary>
    Host,
}

/// <summary>Every method of the hub, and who may call it in a room whose host is present: the one place where it is written down.</summary>
public static class HubTable
{
    private static readonly Caller[] Everybody = Enum.GetValues<Caller>();
    private static readonly Caller[] InTheRoom = [Caller.Guest, Caller.Participant, Caller.Captain, Caller.Organiser, Caller.CoHost, Caller.Host];
    private static readonly Caller[] SignedIn = [.. Everybody.Except([Caller.Visitor, Caller.Disabled, Caller.Guest])];
    private static readonly Caller[] Members = [Caller.Participant, Caller.Captain, Caller.Organiser, Caller.CoHost, Caller.Host];
    private static readonly Caller[] Leaders = [Caller.CoHost, Caller.Host];
    private static readonly Caller[] HostAlone = [Caller.Host];

    /// <summary>The rows: the method, its arguments, the command that the host gives before, and who may call it.</summary>
    /// <remarks>An argument in braces is that of the room: {code}, {challenge}, {participant} or {wall}.</remarks>
    public static TheoryData<string, object?[], string?, Caller[]> Rows { get; } = new()
    {
        { "Sync", [1.5], null, Everybody },
        { "WatchStandings", ["{challenge}", "teamStreak"], null, Members },
        { "Around", ["{challenge}", "teamStreak"], null, Members },
        { "UnwatchStandings", ["{challenge}", "teamStreak"], null, SignedIn },
        { "WatchMe", [], null, SignedIn },
        { "WatchWall", ["{wall}"], null, Everybody },
        { "JoinSession", ["{code}", "Somebody"], null, Everybody },
        // Without a seat of their own, strangers have nothing to come back to.
        { "RejoinSession", ["{code}", "no-seat"], null, Members },
        { "LeaveSession", ["{code}"], null, Everybody },
        { "React", ["{code}", "clap"], null, InTheRoom },
        { "StartSession", ["{code}"], null, Leaders },
        { "PauseSession", ["{code}"], "StartSession", Leaders },
        { "ResumeSession", ["{code}"], "PauseSession", Leaders },
        { "SkipStep", ["{code}"], "StartSession", Leaders },
        { "SkipTo", ["{code}", 1], "StartSession", Leaders },
        { "EndSession", ["{code}"], null, Leaders },
        { "TakeOver", ["{code}"], null, HostAlone },
        { "HandOver", ["{code}", "{participant}"], null, HostAlone },
        { "MakeCoHost", ["{code}", "{participant}"], null, HostAlone },
        { "RemoveParticipant", ["{code}", "{participant}"], null, Leaders },
    };
}
