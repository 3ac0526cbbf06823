using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Demo;

/// <summary>The demo challenge, kept apart from every real one.</summary>
public interface IDemoStore
{
    /// <summary>The demo challenge there is; null where there is none.</summary>
    Task<ChallengeRecord?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes every demo challenge, demo person and guest with all their days, and saves this demo, in one transaction.</summary>
    Task ReplaceAsync(DemoSeed seed, CancellationToken cancellationToken = default);
}
