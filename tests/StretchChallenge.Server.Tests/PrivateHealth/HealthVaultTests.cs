using Microsoft.Extensions.Logging.Abstractions;
using StretchChallenge.Domain;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Tests.PrivateHealth;

public sealed class HealthVaultTests
{
    private static readonly UserId Ann = new("ann");
    private static readonly UserId Ben = new("ben");

    private readonly HealthVault _vault = VaultOf(new byte[MasterKey.Size]);

    [Fact]
    public void Open_OwnRecord_GivesItsContent() =>
        Assert.Equal(new Note("yes"), _vault.Open<Note>(Ann, "a", _vault.Seal(Ann, "a", new Note("yes"))));

    [Fact]
    public void Open_CopiedToAnotherPerson_GivesNothing() =>
        Assert.Null(_vault.Open<Note>(Ben, "a", _vault.Seal(Ann, "a", new Note("yes"))));

    [Fact]
    public void Open_CopiedToAnotherRecord_GivesNothing() =>
        Assert.Null(_vault.Open<Note>(Ann, "b", _vault.Seal(Ann, "a", new Note("yes"))));

    [Fact]
    public void Open_OtherKey_GivesNothing()
    {
        var lost = VaultOf([.. Enumerable.Repeat((byte)1, MasterKey.Size)]);

        Assert.Null(_vault.Open<Note>(Ann, "a", lost.Seal(Ann, "a", new Note("yes"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Open_CutShort_GivesNothing(int length) =>
        Assert.Null(_vault.Open<Note>(Ann, "a", _vault.Seal(Ann, "a", new Note("yes"))[..length]));

    [Fact]
    public void Seal_AnswersOfOtherLengths_AreOfOneLength() =>
        Assert.Equal(_vault.Seal(Ann, "a", new Note("yes")).Length, _vault.Seal(Ann, "a", new Note("certainly not")).Length);

    private static HealthVault VaultOf(byte[] key) => new(new MasterKey(key), NullLogger<HealthVault>.Instance);

    private sealed record Note(string Text);
}
