using System.Security.Cryptography;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Tests.Security;

public sealed class MasterKeyTests
{
    private static readonly byte[] Plain = [1, 2, 3];

    private readonly MasterKey _key = new(RandomNumberGenerator.GetBytes(MasterKey.Size));

    [Fact]
    public void Decrypt_SamePurpose_GivesThePlainText() =>
        Assert.Equal(Plain, _key.Decrypt("health/ann", _key.Encrypt("health/ann", Plain)));

    [Fact]
    public void Encrypt_Twice_DiffersAndHidesThePlainText()
    {
        var first = _key.Encrypt("health/ann", Plain);
        var second = _key.Encrypt("health/ann", Plain);

        Assert.NotEqual(first, second);
        Assert.Equal(-1, first.AsSpan().IndexOf(Plain));
    }

    [Fact]
    public void Decrypt_OtherPurpose_Throws() =>
        Assert.ThrowsAny<CryptographicException>(() => _key.Decrypt("health/bo", _key.Encrypt("health/ann", Plain)));

    [Fact]
    public void Decrypt_OtherKey_Throws() =>
        Assert.ThrowsAny<CryptographicException>(
            () => new MasterKey(new byte[MasterKey.Size]).Decrypt("health/ann", _key.Encrypt("health/ann", Plain)));

    [Fact]
    public void Decrypt_AnyByteChanged_Throws()
    {
        var original = _key.Encrypt("health/ann", Plain);
        for (var i = 0; i < original.Length; i++)
        {
            var changed = original.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _key.Decrypt("health/ann", changed));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(28)]
    public void Decrypt_TooShort_Throws(int length) =>
        Assert.Throws<CryptographicException>(() => _key.Decrypt("health/ann", new byte[length]));

    [Fact]
    public void LoadOrCreate_Twice_GivesTheSameKeyToItsOwnerAlone()
    {
        var folder = Directory.CreateTempSubdirectory("stretch-");
        var path = Path.Combine(folder.FullName, "new", "master.key");

        var first = MasterKeyFile.LoadOrCreate(path);
        var second = MasterKeyFile.LoadOrCreate(path);

        Assert.Equal(Plain, second.Decrypt("x", first.Encrypt("x", Plain)));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("AAAA")]
    public void LoadOrCreate_FileHoldsSomethingElse_ThrowsAndKeepsIt(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);

        var refusal = Assert.Throws<InvalidOperationException>(() => MasterKeyFile.LoadOrCreate(path));

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
        File.Delete(path);
    }
}
