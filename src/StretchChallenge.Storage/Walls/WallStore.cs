using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Walls;

/// <summary>The walls of challenges in the database.</summary>
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
