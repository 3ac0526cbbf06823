using StretchChallenge.Domain.Text;

namespace StretchChallenge.Domain.Tests.Text;

[Trait("Category", "Faults")]
public sealed class DistinctNameTests
{
    [Theory]
    [InlineData("Blue", "BLUE")]
    [InlineData("Blue", " blue ")]
    [InlineData("Blue", "Ｂｌｕｅ")]
    [InlineData("Blue", "Bl\u200cue")]
    [InlineData("Blue", "Bl\u200due")]
    [InlineData("Blue", "Bl\u034fue")]
    [InlineData("Blue", "Blue\ufe0f")]
    [InlineData("Blue", "Blue\u3164")]
    [InlineData("Blue", "Blue\u2800")]
    [InlineData("Blue", "B\u00adlue")]
    [InlineData("Blue", "Blu\u0435")]
    [InlineData("Blue", "\u0412lue")]
    [InlineData("BLUE", "\u0412lue")]
    [InlineData("INFO", "\u0406nfo")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Straße", "Stra\u03b2e")]
    [InlineData("ΑΒΓ", "αβγ")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("ВОЛГА", "Волга")]
    [InlineData("Modern", "Modem")]
    [InlineData("می‌خواهم", "میخواهم")]
    [InlineData("👩‍💻", "👩💻")]
    [InlineData("A\u030angstrom", "Ångstrom")]
    public void AreAlike_SameToTheEyeOrInCase_IsTrue(string first, string second)
    {
        Assert.True(DistinctName.AreAlike(first, second));
        Assert.True(DistinctName.AreAlike(second, first));
    }

    [Theory]
    [InlineData("Blue", "Blues")]
    [InlineData("Team I", "Team L")]
    [InlineData("Team 1", "Team 2")]
    [InlineData("Team 1", "Team L")]
    [InlineData("Zoe", "Zoë")]
    [InlineData("Müller", "Muller")]
    [InlineData("Волга", "Висла")]
    [InlineData("東京", "京東")]
    [InlineData("민수", "민지")]
    public void AreAlike_OtherNames_IsFalse(string first, string second) => Assert.False(DistinctName.AreAlike(first, second));
}
