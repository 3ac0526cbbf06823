using System.Security.Cryptography;
using System.Text;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The code with which the first account is created, where <see cref="SetupCodePolicy" /> demands it. It is derived from the
/// master key, so that every node of a cluster prints the same code.
/// </summary>
public sealed class SetupCode(MasterKey masterKey)
{
    private const int Length = 16;
    private const int GroupLength = 4;

    // 32 characters, without those that look alike.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly string _code = string.Concat(masterKey.Derive("setup-code").Take(Length).Select(b => Alphabet[b % Alphabet.Length]));

    /// <summary>Compares in constant time, ignoring case, spaces and dashes.</summary>
    public bool Matches(string? entered)
    {
        var plain = string.Concat((entered ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(_code));
    }

    /// <summary>The code as it is printed: 16 characters in groups of 4, joined by dashes.</summary>
    public override string ToString() => string.Join('-', _code.Chunk(GroupLength).Select(group => new string(group)));
}
