namespace StretchChallenge.Domain.Sessions;

/// <summary>Who of a challenge may plan sessions ahead (rule 24). Opening one now is for everybody.</summary>
public enum SessionPlanning
{
    /// <summary>Captains and organisers.</summary>
    Captains,

    /// <summary>Every participant, at most <see cref="HostRules.MostPlannedByParticipant" /> sessions at a time.</summary>
    All,
}

/// <summary>Who may plan a session, change its plan, and take it over when its host is away (rule 26).</summary>
public static class HostRules
{
    /// <summary>How many planned sessions a participant who is neither captain nor organiser may have at a time.</summary>
    public const int MostPlannedByParticipant = 3;

    /// <summary>Whether somebody with this role may plan sessions ahead.</summary>
    public static bool MayPlan(ChallengeRole role, SessionPlanning planning) =>
        planning == SessionPlanning.All || role is ChallengeRole.Captain or ChallengeRole.Organiser;

    /// <summary>How long a session waits for its host before captains and organisers may take over, in milliseconds.</summary>
    public const long TakeoverDelay = 30_000;

    /// <summary>Whether somebody in the room may become the host. A co-host need not wait; while the host is present nobody may.</summary>
    /// <param name="isCoHost">Whether the host made them a co-host.</param>
    /// <param name="role">Their role in the challenge.</param>
    /// <param name="hostAwaySince">Since when the host has been away, in Unix milliseconds; null while the host is present.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static bool MayTakeOver(bool isCoHost, ChallengeRole role, long? hostAwaySince, long now) =>
        hostAwaySince is { } since
        && (isCoHost || (role is ChallengeRole.Captain or ChallengeRole.Organiser && now - since >= TakeoverDelay));
}
