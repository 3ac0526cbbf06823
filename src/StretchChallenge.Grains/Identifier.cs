using System.Security.Cryptography;

namespace StretchChallenge.Grains;

/// <summary>Random ids for what grains create: 20 characters of lower case and digits, about 100 bits.</summary>
internal static class Identifier
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Length = 20;

    /// <summary>A new id.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
