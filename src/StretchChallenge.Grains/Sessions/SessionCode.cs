using System.Security.Cryptography;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Creates the codes that people type to join: 6 random characters without those that look alike (about 30 bits).</summary>
internal static class SessionCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 6;

    /// <summary>A new code.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
