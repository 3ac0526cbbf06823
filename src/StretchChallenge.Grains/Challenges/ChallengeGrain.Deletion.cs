namespace StretchChallenge.Grains.Challenges;

/// <summary>What the deletion of an account means for a challenge.</summary>
internal sealed partial class ChallengeGrain
{
    /// <inheritdoc />
    /// <remarks>The next call starts another activation, which reads the challenge if it is still there.</remarks>
    public Task AccountDeletedAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
