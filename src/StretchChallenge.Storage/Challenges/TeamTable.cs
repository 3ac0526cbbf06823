using System.Text;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The table <c>teams</c>.</summary>
internal static class TeamTable
{
    /// <summary>Inserts a team; false where the challenge has one of this name, without regard to case.</summary>
    public static async Task<bool> InsertAsync(LedgerSession session, TeamRecord team) =>
        await session.ExecuteAsync(
            """
            INSERT INTO teams (id, challenge_id, name, normalized_name) VALUES (@Id, @ChallengeId, @Name, @NormalizedName)
            ON CONFLICT (challenge_id, normalized_name) DO NOTHING
            """,
            new { team.Id, team.ChallengeId, team.Name, NormalizedName = Normalize(team.Name) }) == 1;

    /// <summary>The same for names that differ in case or in how their letters are composed, in whatever culture the server runs.</summary>
    public static string Normalize(string name) =>
        name.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}
