using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Server.Security;

/// <summary>Random secrets in URLs and for guests' seats; only their hashes are stored.</summary>
internal static class Secret
{
    private const int Bytes = 20;
    private const int Longest = 128;

    /// <summary>Creates a secret: 160 random bits as 27 URL-safe characters.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text may be a secret, by its length; avoids hashing very long input.</summary>
    public static bool IsPlausible([NotNullWhen(true)] string? text) => text is { Length: > 0 and <= Longest };

    /// <summary>The hash that is stored. With 160 random bits it needs no salt and no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
