using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Server.Security;

/// <summary>Secrets in addresses and of seats: random, and kept as hashes only.</summary>
internal static class Secret
{
    private const int Bytes = 20;
    private const int Longest = 128;

    /// <summary>A new one: 160 random bits, as 27 characters that an address takes.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text is one, as far as its length tells: what is far too long is not even hashed.</summary>
    public static bool MayBe([NotNullWhen(true)] string? text) => text is { Length: > 0 and <= Longest };

    /// <summary>What is stored of it. With so much chance in it, it needs no salt and no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
