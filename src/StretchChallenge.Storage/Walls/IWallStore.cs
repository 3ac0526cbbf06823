using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Walls;

/// <summary>The walls of challenges.</summary>
public interface IWallStore
{
    /// <summary>Saves a wall; false where the challenge has as many as it may have.</summary>
    Task<bool> AddAsync(WallRecord wall, int most, CancellationToken cancellationToken = default);

    /// <summary>The wall of a token; null where there is none, or none any more.</summary>
    Task<WallRecord?> FindAsync(string tokenHash, CancellationToken cancellationToken = default);

    /// <summary>Revokes a wall of the challenge; false where it has none of this token.</summary>
    Task<bool> RemoveAsync(ChallengeId challenge, string tokenHash, CancellationToken cancellationToken = default);
}
