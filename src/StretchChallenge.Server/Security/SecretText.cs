using System.Text;

namespace StretchChallenge.Server.Security;

/// <summary>A master key as text: 32 bytes in base64.</summary>
internal static class SecretText
{
    /// <summary>Reads a key; false where the text is none.</summary>
    public static bool TryRead(string? text, out byte[] key)
    {
        key = new byte[MasterKey.Size];
        return text is not null
            && text.Trim().Length == Convert.ToBase64String(key).Length
            && Convert.TryFromBase64String(text.Trim(), key, out var read)
            && read == MasterKey.Size;
    }

    /// <summary>Writes a key as one line.</summary>
    public static byte[] Write(byte[] key) => Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + '\n');
}
