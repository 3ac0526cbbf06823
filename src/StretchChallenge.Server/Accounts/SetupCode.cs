using System.Security.Cryptography;
using System.Text;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The code that lets the first account be made from another machine. It comes from the master key, so every node of a
/// cluster prints the same one.
/// </summary>
public sealed class SetupCode(MasterKey masterKey)
{
    private const int Length = 16;
    private const int GroupLength = 4;

    // 32 signs, without those that look alike.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly string _code = string.Concat(masterKey.Derive("setup-code").Take(Length).Select(b => Alphabet[b % Alphabet.Length]));

    /// <summary>Whether somebody entered the code; case, spaces and dashes do not matter. Takes the same time either way.</summary>
    public bool Matches(string? entered)
    {
        var plain = string.Concat((entered ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(_code));
    }

    /// <summary>The code in groups, to be read out and typed.</summary>
    public override string ToString() => string.Join('-', _code.Chunk(GroupLength).Select(group => new string(group)));
}
