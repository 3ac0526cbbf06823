using System.Security.Cryptography;
using System.Text;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Security;

/// <summary>
/// The key that is kept outside the database. It encrypts Data Protection's keys, which are in the database, and is the
/// source of derived secrets. Thread-safe.
/// </summary>
/// <remarks>Encryption is AES-256-GCM with a key derived for each purpose: version byte, nonce, tag, cipher text.</remarks>
public sealed class MasterKey
{
    /// <summary>The size of the key in bytes.</summary>
    public const int Size = 32;

    /// <summary>The first byte of everything encrypted with a master key.</summary>
    internal const byte Version = 1;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    private readonly byte[] _key;

    /// <summary>Wraps a key of <see cref="Size" /> bytes.</summary>
    public MasterKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Size);
        _key = key;
    }

    /// <summary>Encrypts; decryption needs the same purpose.</summary>
    public byte[] Encrypt(string purpose, ReadOnlySpan<byte> plain)
    {
        var encrypted = new byte[HeaderSize + plain.Length];
        encrypted[0] = Version;
        var nonce = encrypted.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derive(purpose), TagSize);
        aes.Encrypt(nonce, plain, encrypted.AsSpan(HeaderSize), encrypted.AsSpan(1 + NonceSize, TagSize), [Version]);
        return encrypted;
    }

    /// <summary>Decrypts what <see cref="Encrypt" /> returned for the same purpose.</summary>
    /// <exception cref="CryptographicException">It was encrypted with another key or purpose, or changed since.</exception>
    public byte[] Decrypt(string purpose, ReadOnlySpan<byte> encrypted)
    {
        if (encrypted.Length < HeaderSize || encrypted[0] != Version)
        {
            throw new CryptographicException("This was not encrypted with a master key.");
        }

        var plain = new byte[encrypted.Length - HeaderSize];
        using var aes = new AesGcm(Derive(purpose), TagSize);
        aes.Decrypt(encrypted.Slice(1, NonceSize), encrypted[HeaderSize..], encrypted.Slice(1 + NonceSize, TagSize), plain, [Version]);
        return plain;
    }

    /// <summary>A secret of 32 bytes that is the same on every node and after every restart, for one purpose.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Size, info: Encoding.UTF8.GetBytes(purpose));
}

/// <summary>The file that holds the master key, readable by its owner alone.</summary>
internal static class MasterKeyFile
{
    /// <summary>Reads the key; creates it when the file does not exist.</summary>
    /// <exception cref="InvalidOperationException">The file does not contain a master key.</exception>
    public static MasterKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return SecretText.TryRead(File.ReadAllText(path), out var key)
            ? new MasterKey(key)
            : throw new InvalidOperationException(
                $"The file {path} contains no master key ({MasterKey.Size} bytes in base64). Restore it from a backup: "
                + "data that was encrypted with it cannot be read without it.");
    }

    // Written to another name and moved, so that a crash never leaves half a key and two concurrent starts agree on one.
    private static void Create(string path)
    {
        OwnerOnly.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        using (var file = OwnerOnly.Open(temporary, FileMode.CreateNew))
        {
            file.Write(SecretText.Write(RandomNumberGenerator.GetBytes(MasterKey.Size)));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process created the key in the meantime; that key is used.
            File.Delete(temporary);
        }
    }
}

/// <summary>A master key as text: 32 bytes in base64.</summary>
internal static class SecretText
{
    /// <summary>Reads a key; returns false when the text is not a key.</summary>
    public static bool TryRead(string? text, out byte[] key)
    {
        key = new byte[MasterKey.Size];
        return text is not null
            && text.Trim().Length == Convert.ToBase64String(key).Length
            && Convert.TryFromBase64String(text.Trim(), key, out var read)
            && read == MasterKey.Size;
    }

    /// <summary>Formats a key as one line.</summary>
    public static byte[] Write(byte[] key) => Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + '\n');
}

/// <summary>Where the master key comes from (section <c>Secrets</c>).</summary>
public sealed class SecretsOptions
{
    /// <summary>
    /// The master key, 32 bytes in base64, the same on every node. Required with PostgreSQL; with SQLite it is read from
    /// <see cref="KeyFile" /> when this is not set.
    /// </summary>
    public string? MasterKey { get; set; }

    /// <summary>The key file; by default <c>master.key</c> beside the database.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether the configured key, if any, is valid.</summary>
    public bool IsValid => string.IsNullOrEmpty(MasterKey) || SecretText.TryRead(MasterKey, out _);
}

/// <summary>
/// Records written by versions before Data Protection, which encrypted them with the master key directly. They are still
/// read; nothing writes this format any more.
/// </summary>
internal static class LegacyRecord
{
    /// <summary>Whether the record has this format. Data Protection's payloads start with another byte (0x09).</summary>
    public static bool Is(ReadOnlySpan<byte> record) => record is [MasterKey.Version, ..];

    /// <summary>Decrypts the record.</summary>
    /// <exception cref="CryptographicException">It was encrypted with another key or purpose, or changed since.</exception>
    public static byte[] Decrypt(MasterKey masterKey, string purpose, ReadOnlySpan<byte> record) => masterKey.Decrypt(purpose, record);
}
