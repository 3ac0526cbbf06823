using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Server.Security;

/// <summary>
/// The key that lies outside the database, and what is encrypted with it (AES-256-GCM, with a key of its own for each
/// purpose). Thread-safe.
/// </summary>
public sealed class MasterKey
{
    /// <summary>The size of the key in bytes.</summary>
    public const int Size = 32;

    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    private readonly byte[] _key;

    /// <summary>Takes over a key of <see cref="Size" /> bytes.</summary>
    public MasterKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Size);
        _key = key;
    }

    /// <summary>Encrypts. What one purpose encrypted no other can decrypt: name the owner in it.</summary>
    public byte[] Encrypt(string purpose, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderSize + plain.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derive(purpose), TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(HeaderSize), sealedBytes.AsSpan(1 + NonceSize, TagSize), [Version]);
        return sealedBytes;
    }

    /// <summary>Decrypts what <see cref="Encrypt" /> returned for the same purpose.</summary>
    /// <exception cref="CryptographicException">It was encrypted otherwise, or changed since.</exception>
    public byte[] Decrypt(string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderSize || sealedBytes[0] != Version)
        {
            throw new CryptographicException("This was not encrypted with a master key.");
        }

        var plain = new byte[sealedBytes.Length - HeaderSize];
        using var aes = new AesGcm(Derive(purpose), TagSize);
        aes.Decrypt(sealedBytes.Slice(1, NonceSize), sealedBytes[HeaderSize..], sealedBytes.Slice(1 + NonceSize, TagSize), plain, [Version]);
        return plain;
    }

    /// <summary>A secret of 32 bytes that is the same on every node and after every restart, for one purpose.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Size, info: Encoding.UTF8.GetBytes(purpose));
}
