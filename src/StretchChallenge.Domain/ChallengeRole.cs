namespace StretchChallenge.Domain;

/// <summary>What a person may do in one challenge; each role may do all that the ones before it may.</summary>
public enum ChallengeRole
{
    /// <summary>Takes part.</summary>
    Participant,

    /// <summary>Leads a team, and may take over a group session.</summary>
    Captain,

    /// <summary>Runs the challenge.</summary>
    Organiser,
}
