using System.Security.Cryptography;
using System.Xml.Linq;
using StretchChallenge.Server.DataMigration;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Security.Keys;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Server.Tests.DataMigration;

/// <summary>Whether what is moved can be read afterwards.</summary>
public sealed class MoveKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-keys-");
    private readonly byte[] _right = RandomNumberGenerator.GetBytes(MasterKey.Size);
    private readonly byte[] _wrong = RandomNumberGenerator.GetBytes(MasterKey.Size);

    private string Beside => Path.Combine(_folder.FullName, "master.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Check_KeyBesideTheDatabase_IsTaken()
    {
        File.WriteAllBytes(Beside, SecretText.Write(_right));

        Find().Check([Encrypted(_right)]);
    }

    [Fact]
    public void Check_KeyInTheFileNamed_IsTaken()
    {
        File.WriteAllBytes($"{Beside}.other", SecretText.Write(_right));

        Find(file: "master.key.other").Check([Encrypted(_right)]);
    }

    [Fact]
    public void Check_KeyConfigured_ComesBeforeTheFile()
    {
        File.WriteAllBytes(Beside, SecretText.Write(_wrong));

        var keys = Find(_right);

        Assert.True(keys.IsConfigured);
        keys.Check([Encrypted(_right)]);
    }

    [Fact]
    public void Check_AnotherKeyConfigured_IsRefusedAndNamesTheFile()
    {
        File.WriteAllBytes(Beside, SecretText.Write(_right));

        var refusal = Assert.Throws<MoveRefusedException>(() => Find(_wrong).Check([Encrypted(_right)]));

        Assert.Contains("Secrets:MasterKey is not the key", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Beside, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoKeyAnywhere_IsRefusedAndNoneIsMade()
    {
        var refusal = Assert.Throws<MoveRefusedException>(() => Find().Check([Encrypted(_right)]));

        Assert.Contains($"is not in {Beside}", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Beside));
    }

    [Fact]
    public void Check_OlderEntriesOfALostKey_AreNoHindrance()
    {
        Find(_right).Check([Encrypted(_wrong), "<revocation />", Encrypted(_right)]);
    }

    [Fact]
    public void Check_NothingIsEncrypted_NeedsNoKey()
    {
        Find().Check([]);
    }

    [Fact]
    public void Find_KeyIsNone_IsRefused()
    {
        Assert.Throws<MoveRefusedException>(() => MigrationKeys.Find(new SecretsOptions { MasterKey = "secret" }, _folder.FullName, Beside));
    }

    private MigrationKeys Find(byte[]? configured = null, string? file = null) => MigrationKeys.Find(
        new SecretsOptions { MasterKey = configured is null ? null : Convert.ToBase64String(configured), KeyFile = file },
        _folder.FullName,
        Path.Combine(_folder.FullName, "ledger.db"));

    private static string Encrypted(byte[] key) => new XElement(
        "key",
        new MasterKeyXmlEncryptor(new MasterKey(key)).Encrypt(new XElement("secret")).EncryptedElement).ToString();
}
