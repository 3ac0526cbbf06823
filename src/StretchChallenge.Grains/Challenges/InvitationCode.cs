using System.Security.Cryptography;

namespace StretchChallenge.Grains.Challenges;

/// <summary>Invitation codes: 10 random characters, none of which looks like another (49 bits).</summary>
internal static class InvitationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 10;

    /// <summary>A new code.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
