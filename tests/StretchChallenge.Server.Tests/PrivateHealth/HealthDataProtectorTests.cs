using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StretchChallenge.Domain;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.PrivateHealth;

public sealed class HealthDataProtectorTests
{
    private static readonly UserId Ann = new("ann");
    private static readonly UserId Ben = new("ben");
    private static readonly MasterKey Key = new(new byte[MasterKey.Size]);

    private readonly HealthDataProtector _protector = Create(Key);

    [Fact]
    public void Unprotect_OwnRecord_GivesItsContent() =>
        Assert.Equal(new Note("yes"), _protector.Unprotect<Note>(Ann, "a", _protector.Protect(Ann, "a", new Note("yes"))));

    [Fact]
    public void Unprotect_CopiedToAnotherPerson_GivesNothing() =>
        Assert.Null(_protector.Unprotect<Note>(Ben, "a", _protector.Protect(Ann, "a", new Note("yes"))));

    [Fact]
    public void Unprotect_CopiedToAnotherRecord_GivesNothing() =>
        Assert.Null(_protector.Unprotect<Note>(Ann, "b", _protector.Protect(Ann, "a", new Note("yes"))));

    [Fact]
    public void Unprotect_OtherKey_GivesNothing() =>
        Assert.Null(_protector.Unprotect<Note>(Ann, "a", Create(Key).Protect(Ann, "a", new Note("yes"))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Unprotect_CutShort_GivesNothing(int length) =>
        Assert.Null(_protector.Unprotect<Note>(Ann, "a", _protector.Protect(Ann, "a", new Note("yes"))[..length]));

    [Fact]
    public void Protect_AnswersOfOtherLengths_AreOfOneLength() =>
        Assert.Equal(
            _protector.Protect(Ann, "a", new Note("yes")).Length,
            _protector.Protect(Ann, "a", new Note("certainly not")).Length);

    [Fact]
    public void Unprotect_LegacyRecord_GivesItsContentToItsOwnerAlone()
    {
        var legacy = Legacy(Key);

        Assert.Equal(new Note("yes"), _protector.Unprotect<Note>(Ann, "a", legacy));
        Assert.Null(_protector.Unprotect<Note>(Ben, "a", legacy));
        Assert.Null(_protector.Unprotect<Note>(Ann, "b", legacy));
    }

    [Fact]
    public void Unprotect_LegacyRecordOfAnotherMasterKey_GivesNothing() =>
        Assert.Null(_protector.Unprotect<Note>(Ann, "a", Legacy(new MasterKey([.. Enumerable.Repeat((byte)1, MasterKey.Size)]))));

    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(29)]
    public void Unprotect_LegacyRecordCutShort_GivesNothing(int length) =>
        Assert.Null(_protector.Unprotect<Note>(Ann, "a", Legacy(Key)[..length]));

    [Fact]
    public void Protect_IsNotTheLegacyFormat() => Assert.False(LegacyRecord.Is(_protector.Protect(Ann, "a", new Note("yes"))));

    [Fact]
    public async Task Unprotect_KeysWereRotatedAndTheServerRestarted_GivesItsContent()
    {
        await using var server = new TestServer();
        var before = server.Services.GetRequiredService<HealthDataProtector>().Protect(Ann, "a", new Note("yes"));
        var now = TimeProvider.System.GetUtcNow();
        server.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));

        await using var restarted = new TestServer { Folder = server.Folder };
        var protector = restarted.Services.GetRequiredService<HealthDataProtector>();
        var after = protector.Protect(Ann, "a", new Note("no"));

        // The id of the key follows the four bytes that every payload begins with.
        Assert.NotEqual(before[4..20], after[4..20]);
        Assert.Equal(new Note("yes"), protector.Unprotect<Note>(Ann, "a", before));
        Assert.Equal(new Note("no"), protector.Unprotect<Note>(Ann, "a", after));
    }

    private static HealthDataProtector Create(MasterKey key) =>
        new(new EphemeralDataProtectionProvider(), key, NullLogger<HealthDataProtector>.Instance);

    private static byte[] Legacy(MasterKey key) =>
        key.Encrypt("health/ann/a", Encoding.UTF8.GetBytes("""{"text":"yes"}""".PadRight(256)));

    private sealed record Note(string Text);
}
