using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Walls;

/// <summary>The wall displays of challenges.</summary>
public interface IWallStore
{
    /// <summary>Saves a wall; returns false when the challenge has the most allowed.</summary>
    Task<bool> AddAsync(WallRecord wall, int most, CancellationToken cancellationToken = default);

    /// <summary>Returns the wall with this token; null when there is none, or it was revoked.</summary>
    Task<WallRecord?> FindAsync(string tokenHash, CancellationToken cancellationToken = default);

    /// <summary>Revokes a wall of the challenge; returns false when it has none with this token.</summary>
    Task<bool> RemoveAsync(ChallengeId challenge, string tokenHash, CancellationToken cancellationToken = default);
}

/// <summary>A public display of a challenge.</summary>
/// <param name="TokenHash">The hash of the secret in its URL.</param>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record WallRecord(string TokenHash, ChallengeId ChallengeId, DateTimeOffset CreatedAt);

/// <inheritdoc cref="IWallStore" />
internal sealed class WallStore(LedgerDatabase database) : IWallStore
{
    /// <inheritdoc />
    public async Task<bool> AddAsync(WallRecord wall, int most, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                """
                INSERT INTO walls (token_hash, challenge_id, created_at)
                SELECT @TokenHash, @ChallengeId, @CreatedAt
                WHERE (SELECT COUNT(*) FROM walls WHERE challenge_id = @ChallengeId) < @most
                """,
                new { wall.TokenHash, wall.ChallengeId, wall.CreatedAt, most }),
            cancellationToken) == 1;

    /// <inheritdoc />
    public async Task<WallRecord?> FindAsync(string tokenHash, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            read => read.FindAsync<WallRow>(
                "SELECT token_hash, challenge_id, created_at FROM walls WHERE token_hash = @tokenHash", new { tokenHash }),
            cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(ChallengeId challenge, string tokenHash, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                "DELETE FROM walls WHERE challenge_id = @challenge AND token_hash = @tokenHash", new { challenge, tokenHash }),
            cancellationToken) == 1;
}

/// <summary>A row of <c>walls</c>.</summary>
internal sealed class WallRow
{
    public string TokenHash { get; init; } = "";

    public ChallengeId ChallengeId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public WallRecord ToRecord() => new(TokenHash, ChallengeId, CreatedAt);
}
