using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Server.Security;

/// <summary>Secrets in addresses and of seats: random, and kept as hashes only.</summary>
internal static class Secret
{
    private const int Bytes = 20;

    /// <summary>A new one: 160 random bits, as 27 characters that an address takes.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it. With so much chance in it, it needs no salt and no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
