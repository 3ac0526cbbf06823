using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Xml.Linq;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Security.Keys;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Server.DataMigration;

/// <summary>The master key of the data, which every node will need to read it.</summary>
/// <param name="Key">The key; null when none was found.</param>
/// <param name="IsConfigured">Whether <c>Secrets:MasterKey</c> holds it.</param>
/// <param name="File">The file that holds it otherwise.</param>
internal sealed record MigrationKeys(MasterKey? Key, bool IsConfigured, string File)
{
    /// <summary>Reads the key from the same places as a server on the SQLite file, without creating a file.</summary>
    public static MigrationKeys Find(SecretsOptions secrets, string contentRoot, string database)
    {
        var file = secrets.KeyFile is { Length: > 0 } named
            ? Path.GetFullPath(named, contentRoot)
            : Path.Combine(Path.GetDirectoryName(database)!, "master.key");
        if (!secrets.IsValid)
        {
            throw new MoveRefusedException("Secrets:MasterKey is not a key of 32 bytes in base64.");
        }

        var isConfigured = !string.IsNullOrEmpty(secrets.MasterKey);
        var text = isConfigured ? secrets.MasterKey : System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file) : null;
        return new MigrationKeys(SecretText.TryRead(text, out var key) ? new MasterKey(key) : null, isConfigured, file);
    }

    /// <summary>Throws when the key decrypts none of Data Protection's keys, which are encrypted with the right one.</summary>
    public void Check(ImmutableArray<string> protectionKeys)
    {
        var encrypted = protectionKeys.SelectMany(key => XElement.Parse(key).Descendants(MasterKeyXmlEncryptor.ElementName)).ToList();
        if (encrypted.Count == 0 || (Key is not null && encrypted.Any(Decrypts)))
        {
            return;
        }

        throw new MoveRefusedException(IsConfigured
            ? $"Secrets:MasterKey is not the key that this data is encrypted with: set it to that one. By default it lies in {File}."
            : $"The master key that this data is encrypted with is not in {File}. Put it there, or set Secrets__MasterKey to it.");
    }

    private bool Decrypts(XElement element)
    {
        try
        {
            Key!.Decrypt(MasterKeyXmlEncryptor.Purpose, Convert.FromBase64String(element.Value));
            return true;
        }
        catch (CryptographicException)
        {
            // Encrypted with another key: a server that lost its key goes on with a new one.
            return false;
        }
    }
}
