namespace StretchChallenge.Domain.Sessions;

/// <summary>Who may take over a session whose host is away (rule 26).</summary>
public static class HostRules
{
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
