using StretchChallenge.Domain.Text;

namespace StretchChallenge.Domain.Tests.Text;

[Trait("Category", "Faults")]
public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u115f\u1160")]
    [InlineData("\uffa0")]
    [InlineData("\u2800")]
    [InlineData("\U0001d159")]
    [InlineData("\u200b\u200d\ufeff")]
    [InlineData("\u00ad \u202e")]
    [InlineData("\u0301")]
    [InlineData("\ue000")]
    [InlineData("\U000e0041")]
    [InlineData("\U00013441")]
    [InlineData("\ufe0f")]
    [InlineData(" \t\r\n")]
    [InlineData("")]
    public void Clean_NothingVisible_IsEmpty(string text) => Assert.Equal("", DisplayText.Clean(text));

    [Theory]
    [InlineData("  Ann\t\r\n  Lee ", "Ann Lee")]
    [InlineData("Ann\u2800\u2800Lee", "Ann Lee")]
    [InlineData("A\u200bn\u00adn\ufeff", "Ann")]
    [InlineData("Ann\u202egro.live", "Anngro.live")]
    [InlineData("A\u200d\u0308nne", "Änne")]
    [InlineData("Bl\u200cue", "Blue")]
    [InlineData("Bl\u200due", "Blue")]
    [InlineData("Blue\ufe0f", "Blue")]
    [InlineData("Blue\u034f", "Blue")]
    [InlineData("Blue\u3164", "Blue")]
    [InlineData("Blue\U000e0042", "Blue")]
    public void Clean_InvisibleAmongLetters_IsRemoved(string text, string expected) => Assert.Equal(expected, DisplayText.Clean(text));

    [Theory]
    [InlineData("👩‍💻 Ann")]
    [InlineData("❤️‍🔥")]
    [InlineData("👩🏽‍🚒")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    [InlineData("1️⃣ Team")]
    [InlineData("می‌خواهم")]
    [InlineData("র‍্যাব")]
    [InlineData("ක්‍ෂ")]
    [InlineData("葛\U000e0100飾")]
    [InlineData("민수")]
    public void Clean_JoinersThatAScriptOrAnEmojiNeeds_Stay(string text) => Assert.Equal(text, DisplayText.Clean(text));
}
